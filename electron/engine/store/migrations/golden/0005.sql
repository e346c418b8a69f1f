PRAGMA user_version = 5;
CREATE TABLE action (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      owner TEXT,
      done INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      done_at INTEGER,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE entity (
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (incident, entity)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      op TEXT NOT NULL,
      position TEXT NOT NULL,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE incident (
      id TEXT NOT NULL PRIMARY KEY,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      severity TEXT NOT NULL,
      status TEXT NOT NULL,
      private INTEGER NOT NULL,
      declared_at INTEGER NOT NULL,
      ended_at INTEGER
    , summary TEXT NOT NULL DEFAULT '', impact TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE op (
      id TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      v INTEGER NOT NULL,
      fields TEXT NOT NULL,
      extra TEXT,
      slack_ts TEXT
    , stamp TEXT NOT NULL DEFAULT '', hash TEXT NOT NULL DEFAULT '', cancelled INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      op TEXT NOT NULL UNIQUE,
      incident TEXT NOT NULL,
      account TEXT,
      state TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      reason TEXT,
      hint TEXT
    ) STRICT;
CREATE TABLE role (
      incident TEXT NOT NULL,
      role TEXT NOT NULL,
      person TEXT,
      PRIMARY KEY (incident, role)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_channel (
      incident TEXT NOT NULL PRIMARY KEY,
      channel TEXT UNIQUE,
      name TEXT NOT NULL,
      topic TEXT,
      announce TEXT NOT NULL,
      read_to TEXT
    , topic_due INTEGER NOT NULL DEFAULT 0, refusal TEXT, refusal_hint TEXT) STRICT;
CREATE TABLE slack_message (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      author TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_part (
      channel TEXT NOT NULL,
      batch TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      ts TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (channel, batch, part)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_user (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      listed INTEGER NOT NULL
    ) STRICT;
CREATE TABLE timeline (
      incident TEXT NOT NULL,
      position TEXT NOT NULL,
      kind TEXT NOT NULL,
      ref TEXT NOT NULL,
      PRIMARY KEY (incident, position, kind, ref)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4G7NMVX9W9HD437SSV','Tell
support',NULL,0,1795226490000,NULL);
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GG3MN9243AHM49W95','Roll back ''41f2''','U0BEN000001',1,1795226490000,1795226550000);
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4G7NMVX9W9HD437SSV','{"added":[true,"0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4G9T47CS12A5YX869C"],"text":["Tell\nsupport","0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4G9T47CS12A5YX869C"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95','{"added":[true,"0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4G83VQAZ050VYZ8S6G"],"done":[true,"0mwprjbao-0000-QA9HWMFBS3","01M7XXEFQGVPGJ0YJ3MZQ63MA9"],"owner":["U0BEN000001","0mwprjbao-0000-M0GZY8KQDZ","01M7XXEFQGM8P4T23MJHX0KBBM"],"text":["Roll back ''41f2''","0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4G83VQAZ050VYZ8S6G"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4G0BEXWAHTV1GMTZP2','{"kind":["note","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4GHB86YPKM6DXVSEAY"],"text":["Seit 02:00 — ¿qué? 日本 🔥","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4GHB86YPKM6DXVSEAY"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKRT3TZNXP0KHYXGH6T','{"kind":["note","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKR30GD6A3A2YKMGPK5"],"text":["Slack is down.","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKR30GD6A3A2YKMGPK5"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','incident','{"code":["INC-4QJ4","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"name":["Checkout errors in EU","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"private":[false,"0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"severity":["major","0mwpri100-0000-QA9HWMFBS3","01M7XXCN4GYETXR1N6GZ2Z0SY1"],"status":["fixing","0mwprjbao-0002-M0GZY8KQDZ","01M7XXEFQG7K51HKY94PCGKC3V"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','{"person":["U0BEN000001","0mwprjbao-0001-M0GZY8KQDZ","01M7XXEFQG0ZZ28RCG1N532XH9"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','{"text":["A cache?","0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"],"weight":[{"high":[1,2,3]},"0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','incident','{"code":["INC-D64Y","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGM0FMZAF08Y45JK1M"],"name":["Webhooks 20 minutes late","0mwptr1o0-0000-M0GZY8KQDZ","01M7Y100HGR65AF0H3RAVG93EX"],"private":[false,"0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGM0FMZAF08Y45JK1M"],"severity":["minor","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGM0FMZAF08Y45JK1M"],"status":["resolved","0mwptr1o0-0001-M0GZY8KQDZ","01M7Y100HGVN3PPJT692NAM85D"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','role:lead','{"person":["U0ANA000001","0mwprlvw0-0001-M0GZY8KQDZ","01M7XXJ4XGPRCVSJKCJJWM5ZS1"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y11V4G2TVE9D8AKTF7QNVQ','incident','{"code":["INC-HT50","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GG2WSS7MVJ5X0YAF8"],"name":["Leaked \"key\" in a log; it’s Bob’s","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GG2WSS7MVJ5X0YAF8"],"private":[true,"0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GG2WSS7MVJ5X0YAF8"],"severity":["critical","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GG2WSS7MVJ5X0YAF8"],"status":["triage","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GG2WSS7MVJ5X0YAF8"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','incident','{"code":["INC-0Y7M","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRH0DT8GP0R491AZ0V"],"name":["Declared while cut off","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRH0DT8GP0R491AZ0V"],"private":[false,"0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRH0DT8GP0R491AZ0V"],"severity":["minor","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRH0DT8GP0R491AZ0V"],"status":["triage","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRH0DT8GP0R491AZ0V"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','role:lead','{"person":["U0ANA000001","0mwpttq48-0002-M0GZY8KQDZ","01M7Y13TKR5CCKTB4CE6Q1RGDT"]}');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4G0BEXWAHTV1GMTZP2','Seit 02:00 — ¿qué? 日本 🔥','01M7XXCN4GHB86YPKM6DXVSEAY','0mwpri100-0001-QA9HWMFBS3');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7Y13TKRT3TZNXP0KHYXGH6T','Slack is down.','01M7Y13TKR30GD6A3A2YKMGPK5','0mwpttq48-0000-M0GZY8KQDZ');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','INC-4QJ4','Checkout errors in EU','major','fixing',0,1795226460000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','INC-D64Y','Webhooks 20 minutes late','minor','resolved',0,1795226670000,1795230270000,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y11V4G2TVE9D8AKTF7QNVQ','INC-HT50','Leaked "key" in a log; it’s Bob’s','critical','triage',1,1795230330000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','INC-0Y7M','Declared while cut off','minor','triage',0,1795230395000,NULL,'','');
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01K0000000000000000000000Z','01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','0mhsvfk00-0000-ZZZZZZZZZZ','U0BEN000001',7,'{"text":"A cache?","weight":{"high":[1,2,3]}}','{"signature":"kept as it is"}','1795226550.000002','0mhsvfk00-0000-ZZZZZZZZZZ','CNww-x6fqubEkkoJ',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXBQV03C5Z4YN5PXGW9V13','01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','0mwprhduo-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226461.100000','0mwprhduo-0001-M0GZY8KQDZ','k4VQT0Jwz7UvnHm2',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXBQV0XTXPXYN9CPZ7VK18','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprhduo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-4QJ4","name":"Checkout errors in EU","severity":"minor","status":"triage","private":false}',NULL,'1795226460.000001','0mwprhduo-0000-M0GZY8KQDZ','dZyaXh7vnIzR3b7G',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G83VQAZ050VYZ8S6G','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95','0mwpri100-0000-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Roll back ''41f2''"}',NULL,'1795226490.000002','0mwpri100-0000-M0GZY8KQDZ','53_iOGlL3UumSuiW',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G9T47CS12A5YX869C','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4G7NMVX9W9HD437SSV','0mwpri100-0001-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Tell\nsupport"}',NULL,'1795226491.100001','0mwpri100-0001-M0GZY8KQDZ','QrJRzpYZfb1Wjnan',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GHB86YPKM6DXVSEAY','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4G0BEXWAHTV1GMTZP2','0mwpri100-0001-QA9HWMFBS3','U0BEN000001',1,'{"kind":"note","text":"Seit 02:00 — ¿qué? 日本 🔥"}',NULL,'1795226491.100000','0mwpri100-0001-QA9HWMFBS3','_E3hnL6H7fVGcKGF',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GYETXR1N6GZ2Z0SY1','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwpri100-0000-QA9HWMFBS3','U0BEN000001',1,'{"severity":"major"}',NULL,'1795226490.000001','0mwpri100-0000-QA9HWMFBS3','KJYnYOCUfWwBET9W',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQG0ZZ28RCG1N532XH9','01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','0mwprjbao-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0BEN000001"}',NULL,'1795226551.100000','0mwprjbao-0001-M0GZY8KQDZ','ufrp8ZvupQtwgMOn',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQG7K51HKY94PCGKC3V','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprjbao-0002-M0GZY8KQDZ','U0ANA000001',1,'{"status":"fixing"}',NULL,'1795226552.200000','0mwprjbao-0002-M0GZY8KQDZ','TWte7GyRMN0QR6nP',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGM8P4T23MJHX0KBBM','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95','0mwprjbao-0000-M0GZY8KQDZ','U0ANA000001',1,'{"owner":"U0BEN000001"}',NULL,'1795226550.000000','0mwprjbao-0000-M0GZY8KQDZ','2SLfkmKgYYZTHdfM',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGVPGJ0YJ3MZQ63MA9','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95','0mwprjbao-0000-QA9HWMFBS3','U0BEN000001',1,'{"done":true}',NULL,'1795226550.000001','0mwprjbao-0000-QA9HWMFBS3','PKSZxGkobnSZCD5g',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGM0FMZAF08Y45JK1M','01M7XXJ4XGKEMVXAYS1P53RV6Q','incident','0mwprlvw0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-D64Y","name":"Webhooks late","severity":"minor","status":"triage","private":false}',NULL,'1795226670.000001','0mwprlvw0-0000-M0GZY8KQDZ','wE0yqu5rv7OlcxGb',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGPRCVSJKCJJWM5ZS1','01M7XXJ4XGKEMVXAYS1P53RV6Q','role:lead','0mwprlvw0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226671.100000','0mwprlvw0-0001-M0GZY8KQDZ','fLqZ7wRQu5OnM_vF',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HGR65AF0H3RAVG93EX','01M7XXJ4XGKEMVXAYS1P53RV6Q','incident','0mwptr1o0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Webhooks 20 minutes late"}',NULL,'1795230270.000000','0mwptr1o0-0000-M0GZY8KQDZ','agGX2_J-cIIGMLTl',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HGVN3PPJT692NAM85D','01M7XXJ4XGKEMVXAYS1P53RV6Q','incident','0mwptr1o0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"status":"resolved"}',NULL,'1795230271.100000','0mwptr1o0-0001-M0GZY8KQDZ','miX4Q_qzPhayQ7ss',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y11V4GG2WSS7MVJ5X0YAF8','01M7Y11V4G2TVE9D8AKTF7QNVQ','incident','0mwptsbyo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-HT50","name":"Leaked \"key\" in a log; it’s Bob’s","severity":"critical","status":"triage","private":true}',NULL,'1795230330.000001','0mwptsbyo-0000-M0GZY8KQDZ','uqxA8fbx1TO8cejt',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR30GD6A3A2YKMGPK5','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKRT3TZNXP0KHYXGH6T','0mwpttq48-0000-M0GZY8KQDZ','U0ANA000001',1,'{"kind":"note","text":"Slack is down."}',NULL,NULL,'0mwpttq48-0000-M0GZY8KQDZ','bNjBMbndrIGd8bTw',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR5CCKTB4CE6Q1RGDT','01M7Y13TKR4H1FBZR2M0VKHCFD','role:lead','0mwpttq48-0002-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,NULL,'0mwpttq48-0002-M0GZY8KQDZ','uqXvRM2hAV4n55J6',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRH0DT8GP0R491AZ0V','01M7Y13TKR4H1FBZR2M0VKHCFD','incident','0mwpttq48-0001-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-0Y7M","name":"Declared while cut off","severity":"minor","status":"triage","private":false}',NULL,NULL,'0mwpttq48-0001-M0GZY8KQDZ','zh07kQDv-D7CNxnS',0);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (13,'01M7Y13TKR30GD6A3A2YKMGPK5','01M7XXBQV07DA4R7ZREQ6RHN69','U0ANA000001','unknown',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (14,'01M7Y13TKRH0DT8GP0R491AZ0V','01M7Y13TKR4H1FBZR2M0VKHCFD','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (15,'01M7Y13TKR5CCKTB4CE6Q1RGDT','01M7Y13TKR4H1FBZR2M0VKHCFD','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','lead','U0BEN000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','lead','U0ANA000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','lead','U0ANA000001');
INSERT INTO "setting" ("key", "value") VALUES ('device','"M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('log.clock','"0mwpttq48-0002-M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('slack.account','{"team":"T0ACME00001","teamName":"Acme","teamUrl":"https://acme.slack.com/","user":"U0ANA000001","userName":"ana","bot":false}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.announcements','{"name":"incidents","id":"C7U5TQO9X4M","readTo":"1795226670.225896","problem":null}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.team','{"id":"T0ACME00001","name":"Acme"}');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "read_to", "topic_due", "refusal", "refusal_hint") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','CPLAXAQNDJW','inc-4qj4-checkout-errors-in-eu','▲ Major · Fixing · Lead: Ben · INC-4QJ4 Checkout errors in EU','done','1795226553.300000',0,NULL,NULL);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "read_to", "topic_due", "refusal", "refusal_hint") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','CIW1I4PENM6','inc-d64y-webhooks-late','▬ Minor · Resolved · Lead: Ana · INC-D64Y Webhooks 20 minutes late','done','1795230272.200000',0,NULL,NULL);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "read_to", "topic_due", "refusal", "refusal_hint") VALUES ('01M7Y11V4G2TVE9D8AKTF7QNVQ','C3BZVAR1L6N','inc-ht50-leaked-key-in-a-log-it-s-bob-s','◆ Critical · Triage · No lead · INC-HT50 Leaked "key" in a log; it’s Bob’s','done','1795230331.100000',0,NULL,NULL);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "read_to", "topic_due", "refusal", "refusal_hint") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD',NULL,'inc-0y7m-declared-while-cut-off',NULL,'done',NULL,0,NULL,NULL);
INSERT INTO "slack_message" ("channel", "ts", "author", "text", "edited", "hash") VALUES ('CPLAXAQNDJW','1795226490.000000','U0BEN000001','5xx from <https://eu-west.example.com|eu-west> only &amp; &lt;b&gt;',0,'L78vv2CsN8GQYltoP9ussz7lBKvSurTbwYwm6IDgs4s=');
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0ANA000001','Ana',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BEN000001','Ben',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BOT000001','quarterdeck',0);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('USLACKBOT','Slackbot',0);
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mhsvfk00-0000-ZZZZZZZZZZ','change','01K0000000000000000000000Z');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0000-M0GZY8KQDZ','change','01M7XXBQV0XTXPXYN9CPZ7VK18');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0001-M0GZY8KQDZ','change','01M7XXBQV03C5Z4YN5PXGW9V13');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-M0GZY8KQDZ','change','01M7XXCN4G83VQAZ050VYZ8S6G');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-QA9HWMFBS3','change','01M7XXCN4GYETXR1N6GZ2Z0SY1');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-ZZZZZZZZZZ','message','1795226490.000000');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-M0GZY8KQDZ','change','01M7XXCN4G9T47CS12A5YX869C');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-QA9HWMFBS3','note','01M7XXCN4G0BEXWAHTV1GMTZP2');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-M0GZY8KQDZ','change','01M7XXEFQGM8P4T23MJHX0KBBM');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-QA9HWMFBS3','change','01M7XXEFQGVPGJ0YJ3MZQ63MA9');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0001-M0GZY8KQDZ','change','01M7XXEFQG0ZZ28RCG1N532XH9');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0002-M0GZY8KQDZ','change','01M7XXEFQG7K51HKY94PCGKC3V');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpttq48-0000-M0GZY8KQDZ','note','01M7Y13TKRT3TZNXP0KHYXGH6T');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','0mwprlvw0-0000-M0GZY8KQDZ','change','01M7XXJ4XGM0FMZAF08Y45JK1M');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','0mwprlvw0-0001-M0GZY8KQDZ','change','01M7XXJ4XGPRCVSJKCJJWM5ZS1');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','0mwptr1o0-0000-M0GZY8KQDZ','change','01M7Y100HGR65AF0H3RAVG93EX');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XGKEMVXAYS1P53RV6Q','0mwptr1o0-0001-M0GZY8KQDZ','change','01M7Y100HGVN3PPJT692NAM85D');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y11V4G2TVE9D8AKTF7QNVQ','0mwptsbyo-0000-M0GZY8KQDZ','change','01M7Y11V4GG2WSS7MVJ5X0YAF8');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','0mwpttq48-0001-M0GZY8KQDZ','change','01M7Y13TKRH0DT8GP0R491AZ0V');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKR4H1FBZR2M0VKHCFD','0mwpttq48-0002-M0GZY8KQDZ','change','01M7Y13TKR5CCKTB4CE6Q1RGDT');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('outbox',15);
CREATE INDEX op_by_entity ON op (incident, entity, stamp, id);
CREATE INDEX op_cancelled ON op (id) WHERE cancelled = 1;
CREATE INDEX outbox_by_lane ON outbox (incident, seq);
