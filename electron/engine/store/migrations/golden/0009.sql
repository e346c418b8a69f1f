PRAGMA user_version = 9;
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
CREATE TABLE headline (
      op TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      state TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      reason TEXT,
      hint TEXT
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
CREATE VIRTUAL TABLE message_search USING fts5 (
      text, content = 'slack_message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
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
CREATE TABLE slack_carrier (
      channel TEXT NOT NULL,
      op TEXT NOT NULL,
      ts TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      PRIMARY KEY (channel, op, ts)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_channel (
      incident TEXT NOT NULL PRIMARY KEY,
      channel TEXT UNIQUE,
      name TEXT NOT NULL,
      topic TEXT,
      announce TEXT NOT NULL,
      topic_due INTEGER NOT NULL DEFAULT 0, refusal TEXT, refusal_hint TEXT, head TEXT, backfill INTEGER NOT NULL DEFAULT 1, root_channel TEXT, root_ts TEXT, reply_seen TEXT, reply_read TEXT) STRICT;
CREATE TABLE slack_message (
      id INTEGER PRIMARY KEY,
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      author TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      hash TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'message', thread TEXT, broadcast INTEGER NOT NULL DEFAULT 0, version TEXT NOT NULL DEFAULT '', first_text TEXT, first_version TEXT, reactions TEXT NOT NULL DEFAULT '[]', files TEXT NOT NULL DEFAULT '[]', pinned INTEGER NOT NULL DEFAULT 0, missed INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0,
      UNIQUE (channel, ts)
    ) STRICT;
CREATE TABLE slack_part (
      channel TEXT NOT NULL,
      batch TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      ts TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (channel, batch, part)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_quarantine (
      channel TEXT NOT NULL,
      ref TEXT NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (channel, ref, reason)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_range (
      channel TEXT NOT NULL,
      oldest TEXT NOT NULL,
      newest TEXT NOT NULL,
      PRIMARY KEY (channel, newest)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_thread (
      channel TEXT NOT NULL,
      root TEXT NOT NULL,
      state TEXT NOT NULL,
      read_state TEXT,
      read_at INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (channel, root)
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
CREATE TABLE written (
      id INTEGER PRIMARY KEY,
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      at INTEGER NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (incident, entity)
    ) STRICT;
CREATE VIRTUAL TABLE written_search USING fts5 (
      text, content = 'written', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4G7NMVX9W9HD437SSV','Tell
support',NULL,0,1795226490000,NULL);
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GG3MN9243AHM49W95','Roll back ''41f2''','U0BEN000001',1,1795226490000,1795226550000);
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4G7NMVX9W9HD437SSV','{"added":[true,"0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4G9T47CS12A5YX869C"],"text":["Tell\nsupport","0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4G9T47CS12A5YX869C"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95','{"added":[true,"0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4G83VQAZ050VYZ8S6G"],"done":[true,"0mwprjbao-0000-QA9HWMFBS3","01M7XXEFQGVPGJ0YJ3MZQ63MA9"],"owner":["U0BEN000001","0mwprjbao-0000-M0GZY8KQDZ","01M7XXEFQGM8P4T23MJHX0KBBM"],"text":["Roll back ''41f2''","0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4G83VQAZ050VYZ8S6G"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4G0BEXWAHTV1GMTZP2','{"kind":["note","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4GHB86YPKM6DXVSEAY"],"text":["Seit 02:00 — ¿qué? 日本 🔥","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4GHB86YPKM6DXVSEAY"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKRPK5T3TZNXP0KHYXG','{"kind":["note","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKRCFD30GD6A3A2YKMG"],"text":["Slack is down.","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKRCFD30GD6A3A2YKMG"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','incident','{"code":["INC-4QJ4","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"name":["Checkout errors in EU","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"private":[false,"0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"severity":["major","0mwpri100-0000-QA9HWMFBS3","01M7XXCN4GYETXR1N6GZ2Z0SY1"],"status":["fixing","0mwprjbao-0002-M0GZY8KQDZ","01M7XXEFQG7K51HKY94PCGKC3V"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','{"person":["U0BEN000001","0mwprjbao-0001-M0GZY8KQDZ","01M7XXEFQG0ZZ28RCG1N532XH9"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','{"text":["A cache?","0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"],"weight":[{"high":[1,2,3]},"0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','incident','{"code":["INC-4YM1","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGS1M0FMZAF08Y45JK"],"name":["Webhooks 20 minutes late","0mwptr1o0-0000-M0GZY8KQDZ","01M7Y100HGDR65AF0H3RAVG93E"],"private":[false,"0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGS1M0FMZAF08Y45JK"],"severity":["minor","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGS1M0FMZAF08Y45JK"],"status":["resolved","0mwptr1o0-0001-M0GZY8KQDZ","01M7Y100HGXVN3PPJT692NAM85"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','role:lead','{"person":["U0ANA000001","0mwprlvw0-0001-M0GZY8KQDZ","01M7XXJ4XG57PRCVSJKCJJWM5Z"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y11V4GH2TVE9D8AKTF7QNV','incident','{"code":["INC-T508","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GCG2WSS7MVJ5X0YAF"],"name":["Leaked \"key\" in a log; it’s Bob’s","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GCG2WSS7MVJ5X0YAF"],"private":[true,"0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GCG2WSS7MVJ5X0YAF"],"severity":["critical","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GCG2WSS7MVJ5X0YAF"],"status":["triage","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GCG2WSS7MVJ5X0YAF"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','incident','{"code":["INC-MV0Z","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRGDTH0DT8GP0R491A"],"name":["Declared while cut off","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRGDTH0DT8GP0R491A"],"private":[false,"0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRGDTH0DT8GP0R491A"],"severity":["minor","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRGDTH0DT8GP0R491A"],"status":["triage","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRGDTH0DT8GP0R491A"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','role:lead','{"person":["U0ANA000001","0mwpttq48-0002-M0GZY8KQDZ","01M7Y13TKR8TC5CCKTB4CE6Q1R"]}');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4G0BEXWAHTV1GMTZP2','Seit 02:00 — ¿qué? 日本 🔥','01M7XXCN4GHB86YPKM6DXVSEAY','0mwpri100-0001-QA9HWMFBS3');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7Y13TKRPK5T3TZNXP0KHYXG','Slack is down.','01M7Y13TKRCFD30GD6A3A2YKMG','0mwpttq48-0000-M0GZY8KQDZ');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','INC-4QJ4','Checkout errors in EU','major','fixing',0,1795226460000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','INC-4YM1','Webhooks 20 minutes late','minor','resolved',0,1795226670000,1795230270000,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y11V4GH2TVE9D8AKTF7QNV','INC-T508','Leaked "key" in a log; it’s Bob’s','critical','triage',1,1795230330000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','INC-MV0Z','Declared while cut off','minor','triage',0,1795230395000,NULL,'','');
DELETE FROM "message_search_config";
INSERT INTO "message_search_config" ("k", "v") VALUES ('version',4);
DELETE FROM "message_search_data";
INSERT INTO "message_search_data" ("id", "block") VALUES (1,X'1A0E');
INSERT INTO "message_search_data" ("id", "block") VALUES (10,X'000000000101010001010101');
INSERT INTO "message_search_data" ("id", "block") VALUES (137438953473,X'0000006904303578780502020103616D7005020C01016205020E0103636F6D0502080102657505040506020678616D706C65050207010466726F6D0502030102677405020F0105687474707305020401026C7405020D01046F6E6C7905020B010477657374050406060408080608080B09070A0709');
DELETE FROM "message_search_docsize";
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (1,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (2,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (3,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (4,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (5,X'0E');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (6,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (7,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (8,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (9,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (10,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (11,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (12,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (13,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (14,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (15,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (16,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (17,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (18,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (19,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (20,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (21,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (22,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (23,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (24,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (25,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (26,X'00');
DELETE FROM "message_search_idx";
INSERT INTO "message_search_idx" ("segid", "term", "pgno") VALUES (1,X'',2);
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
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XG57PRCVSJKCJJWM5Z','01M7XXJ4XG6DKEMVXAYS1P53RV','role:lead','0mwprlvw0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226671.100000','0mwprlvw0-0001-M0GZY8KQDZ','fs5_zJupIMIXyGoI',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGS1M0FMZAF08Y45JK','01M7XXJ4XG6DKEMVXAYS1P53RV','incident','0mwprlvw0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-4YM1","name":"Webhooks late","severity":"minor","status":"triage","private":false}',NULL,'1795226670.000001','0mwprlvw0-0000-M0GZY8KQDZ','bgQP1RHWaLf0J9y3',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HGDR65AF0H3RAVG93E','01M7XXJ4XG6DKEMVXAYS1P53RV','incident','0mwptr1o0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Webhooks 20 minutes late"}',NULL,'1795230270.000000','0mwptr1o0-0000-M0GZY8KQDZ','aoY-fOQQ7Ml9Wxqp',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HGXVN3PPJT692NAM85','01M7XXJ4XG6DKEMVXAYS1P53RV','incident','0mwptr1o0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"status":"resolved"}',NULL,'1795230271.100000','0mwptr1o0-0001-M0GZY8KQDZ','__bcgSeZ8Q5Mn8mj',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y11V4GCG2WSS7MVJ5X0YAF','01M7Y11V4GH2TVE9D8AKTF7QNV','incident','0mwptsbyo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-T508","name":"Leaked \"key\" in a log; it’s Bob’s","severity":"critical","status":"triage","private":true}',NULL,'1795230330.000001','0mwptsbyo-0000-M0GZY8KQDZ','mskUWyp5crB9dJmi',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR8TC5CCKTB4CE6Q1R','01M7Y13TKR7Y04H1FBZR2M0VKH','role:lead','0mwpttq48-0002-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,NULL,'0mwpttq48-0002-M0GZY8KQDZ','dCmZfGwu8e6gzS_H',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRCFD30GD6A3A2YKMG','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKRPK5T3TZNXP0KHYXG','0mwpttq48-0000-M0GZY8KQDZ','U0ANA000001',1,'{"kind":"note","text":"Slack is down."}',NULL,NULL,'0mwpttq48-0000-M0GZY8KQDZ','aExPM8QytjZ7KDVF',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRGDTH0DT8GP0R491A','01M7Y13TKR7Y04H1FBZR2M0VKH','incident','0mwpttq48-0001-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-MV0Z","name":"Declared while cut off","severity":"minor","status":"triage","private":false}',NULL,NULL,'0mwpttq48-0001-M0GZY8KQDZ','Ge17FfCap0KImXhu',0);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (13,'01M7Y13TKRCFD30GD6A3A2YKMG','01M7XXBQV07DA4R7ZREQ6RHN69','U0ANA000001','unknown',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (14,'01M7Y13TKRGDTH0DT8GP0R491A','01M7Y13TKR7Y04H1FBZR2M0VKH','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (15,'01M7Y13TKR8TC5CCKTB4CE6Q1R','01M7Y13TKR7Y04H1FBZR2M0VKH','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','lead','U0BEN000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','lead','U0ANA000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','lead','U0ANA000001');
INSERT INTO "setting" ("key", "value") VALUES ('device','"M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('log.clock','"0mwpttq48-0002-M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('session','1');
INSERT INTO "setting" ("key", "value") VALUES ('slack.account','{"team":"T0ACME00001","teamName":"Acme","teamUrl":"https://acme.slack.com/","user":"U0ANA000001","userName":"ana","bot":false}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.announcements','{"name":"incidents","id":"C7U5TQO9X4M","readTo":"1795226671.259870","problem":null}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.team','{"id":"T0ACME00001","name":"Acme"}');
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7XXJ4XG57PRCVSJKCJJWM5Z','1795226671.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7XXJ4XGS1M0FMZAF08Y45JK','1795226670.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7Y100HGDR65AF0H3RAVG93E','1795230270.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7Y100HGXVN3PPJT692NAM85','1795230271.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01K0000000000000000000000Z','1795226550.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV03C5Z4YN5PXGW9V13','1795226461.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV0XTXPXYN9CPZ7VK18','1795226460.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G83VQAZ050VYZ8S6G','1795226490.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G9T47CS12A5YX869C','1795226491.100001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GHB86YPKM6DXVSEAY','1795226491.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GYETXR1N6GZ2Z0SY1','1795226490.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQG0ZZ28RCG1N532XH9','1795226551.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQG7K51HKY94PCGKC3V','1795226552.200000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGM8P4T23MJHX0KBBM','1795226550.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGVPGJ0YJ3MZQ63MA9','1795226550.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CRB7XTZ16M4','01M7Y11V4GCG2WSS7MVJ5X0YAF','1795230330.000001',1,1);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','CPLAXAQNDJW','inc-4qj4-checkout-errors-in-eu','▲ Major · Fixing · Lead: Ben · INC-4QJ4 Checkout errors in EU','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226461.624093','1795226552.671501','1795226552.671501');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','CANBW3JP046','inc-4ym1-webhooks-late','▬ Minor · Resolved · Lead: Ana · INC-4YM1 Webhooks 20 minutes late','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226671.259870','1795230272.200000','1795230272.200000');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7Y11V4GH2TVE9D8AKTF7QNV','CRB7XTZ16M4','inc-t508-leaked-key-in-a-log-it-s-bob-s','◆ Critical · Triage · No lead · INC-T508 Leaked "key" in a log; it’s Bob’s','done',0,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH',NULL,'inc-mv0z-declared-while-cut-off',NULL,'done',0,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (1,'CPLAXAQNDJW','1795226460.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (2,'CPLAXAQNDJW','1795226460.000001','U0ANA000001','',0,'E-jIUXiy8y2OwJAy0s_itp2N','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (3,'CPLAXAQNDJW','1795226461.100000','U0ANA000001','',0,'ktfb-s2mGL4VoHjLKjTflCdT','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (4,'CPLAXAQNDJW','1795226462.724093','U0ANA000001','',0,'9KYI0A_M1PT8Y8T4wDD3FpY-','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (5,'CPLAXAQNDJW','1795226490.000000','U0BEN000001','5xx from <https://eu-west.example.com|eu-west> only &amp; &lt;b&gt;',0,'0IiUX02KusTnHsaqGFnH6nli','message',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (6,'CPLAXAQNDJW','1795226490.000001','U0BEN000001','',0,'A4fzwB-_uOeC0OmkVXB6qR_O','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (7,'CPLAXAQNDJW','1795226490.000002','U0ANA000001','',0,'bdW4DEoGe78JNQR6uvrYrCWY','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (8,'CPLAXAQNDJW','1795226491.100000','U0BEN000001','',0,'Lv2eusZ4OJX0AmnRF2YkhkMS','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (9,'CPLAXAQNDJW','1795226491.100001','U0ANA000001','',0,'fSjPj6kvUhC4otxr2YmhCNMt','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (10,'CPLAXAQNDJW','1795226492.227098','U0BEN000001','',0,'Qv5yVtLJmG8IlLEs_cZmlRH0','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (11,'CPLAXAQNDJW','1795226550.000000','U0ANA000001','',0,'90J1XmZWU2-jFu6smr5ytz44','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (12,'CPLAXAQNDJW','1795226550.000001','U0BEN000001','',0,'TIA7WjXbJIwRJDhzIyZKZ8BO','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (13,'CPLAXAQNDJW','1795226550.000002','U0BEN000001','',0,'83id8aJtT38W87n383WkuFQH','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (14,'CPLAXAQNDJW','1795226551.100000','U0ANA000001','',0,'1zV88mXlRGmvKCHoWwakE2U1','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (15,'CPLAXAQNDJW','1795226552.200000','U0ANA000001','',0,'McQGiTnRDd6mw2YBqSY3lDjq','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (16,'CPLAXAQNDJW','1795226553.771501','U0ANA000001','',0,'Dn4dotWScEO_jHZIp_1DI7Xk','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (17,'CANBW3JP046','1795226670.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (18,'CANBW3JP046','1795226670.000001','U0ANA000001','',0,'Z6Q7-eFnZ5toTRixjgkpawzC','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (19,'CANBW3JP046','1795226671.100000','U0ANA000001','',0,'ywLfZNIuw5BsAK_DGNV1x45Y','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (20,'CANBW3JP046','1795226672.359870','U0ANA000001','',0,'J2bK4Bs6E7lwVPl7iG2eKv69','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (21,'CANBW3JP046','1795230270.000000','U0ANA000001','',0,'ypkYVlYg1JbH0Fz7hQmA7fs3','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (22,'CANBW3JP046','1795230271.100000','U0ANA000001','',0,'oBaczDAaE_MNn4NKK_8PY4CT','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (23,'CANBW3JP046','1795230273.300000','U0ANA000001','',0,'pnT0z7uR1YV1ANs6i4gizb78','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (24,'CRB7XTZ16M4','1795230330.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (25,'CRB7XTZ16M4','1795230330.000001','U0ANA000001','',0,'wMHtEtCLQijMudAwJv3dMQ8k','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (26,'CRB7XTZ16M4','1795230330.123605','U0ANA000001','',0,'0P39eBHxsY7bES65bgXMFTA-','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CANBW3JP046','0','1795230273.300000');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CPLAXAQNDJW','0','1795226553.771501');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CRB7XTZ16M4','0','1795230330.123605');
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
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpttq48-0000-M0GZY8KQDZ','note','01M7Y13TKRPK5T3TZNXP0KHYXG');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','0mwprlvw0-0000-M0GZY8KQDZ','change','01M7XXJ4XGS1M0FMZAF08Y45JK');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','0mwprlvw0-0001-M0GZY8KQDZ','change','01M7XXJ4XG57PRCVSJKCJJWM5Z');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','0mwptr1o0-0000-M0GZY8KQDZ','change','01M7Y100HGDR65AF0H3RAVG93E');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG6DKEMVXAYS1P53RV','0mwptr1o0-0001-M0GZY8KQDZ','change','01M7Y100HGXVN3PPJT692NAM85');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y11V4GH2TVE9D8AKTF7QNV','0mwptsbyo-0000-M0GZY8KQDZ','change','01M7Y11V4GCG2WSS7MVJ5X0YAF');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','0mwpttq48-0001-M0GZY8KQDZ','change','01M7Y13TKRGDTH0DT8GP0R491A');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKR7Y04H1FBZR2M0VKH','0mwpttq48-0002-M0GZY8KQDZ','change','01M7Y13TKR8TC5CCKTB4CE6Q1R');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (1,'01M7XXBQV07DA4R7ZREQ6RHN69','incident',1795226460000,'INC-4QJ4
Checkout errors in EU');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (2,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GG3MN9243AHM49W95',1795226490000,'Roll back ''41f2''');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (3,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4G7NMVX9W9HD437SSV',1795226490000,'Tell
support');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (4,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4G0BEXWAHTV1GMTZP2',1795226490000,'Seit 02:00 — ¿qué? 日本 🔥');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (5,'01M7XXJ4XG6DKEMVXAYS1P53RV','incident',1795226670000,'INC-4YM1
Webhooks 20 minutes late');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (6,'01M7Y11V4GH2TVE9D8AKTF7QNV','incident',1795230330000,'INC-T508
Leaked "key" in a log; it’s Bob’s');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (7,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKRPK5T3TZNXP0KHYXG',1795230395000,'Slack is down.');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (8,'01M7Y13TKR7Y04H1FBZR2M0VKH','incident',1795230395000,'INC-MV0Z
Declared while cut off');
DELETE FROM "written_search_config";
INSERT INTO "written_search_config" ("k", "v") VALUES ('version',4);
DELETE FROM "written_search_data";
INSERT INTO "written_search_data" ("id", "block") VALUES (1,X'082A');
INSERT INTO "written_search_data" ("id", "block") VALUES (10,X'000000000109090009010101020101030101040101050101060101070101080101090101');
INSERT INTO "written_search_data" ("id", "block") VALUES (137438953473,X'00000038053034716A340102030108636865636B6F757401020401066572726F72730102050201750102070102696E01020603016301020204090D0B0607');
INSERT INTO "written_search_data" ("id", "block") VALUES (274877906945,X'0000001F05303431663202020401046261636B0202030104726F6C6C020202040909');
INSERT INTO "written_search_data" ("id", "block") VALUES (412316860417,X'000000190830737570706F7274030203010474656C6C030202040C');
INSERT INTO "written_search_data" ("id", "block") VALUES (549755813889,X'0000002D0330303004020402013204020301037175650402050104736569740402020106E697A5E69CAC0402060407060809');
INSERT INTO "written_search_data" ("id", "block") VALUES (687194767361,X'0000002B053034796D310502030103696E6305020201046C6174650502050108776562686F6F6B7305020404090809');
INSERT INTO "written_search_data" ("id", "block") VALUES (824633720833,X'0000003E03303230050205010434796D310503030103696E6305030201046C61746505030701076D696E757465730502060108776562686F6F6B7305030404070908090C');
INSERT INTO "written_search_data" ("id", "block") VALUES (962072674305,X'0000004F0230610602070103626F6206020B0102696E06020603016306020202017406020901036B657906020501066C65616B656406020402026F6706020801017306040A04010474353038060203040608070606080B0707');
INSERT INTO "written_search_data" ("id", "block") VALUES (1099511627777,X'0000001E0530646F776E070204010269730702030105736C61636B070202040907');
INSERT INTO "written_search_data" ("id", "block") VALUES (1236950581249,X'0000003C043063757408020601086465636C617265640802040103696E6308020201046D76307A08020301036F666608020701057768696C6508020504080D080908');
DELETE FROM "written_search_docsize";
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (1,X'06');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (2,X'03');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (3,X'02');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (4,X'05');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (5,X'06');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (6,X'0B');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (7,X'03');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (8,X'06');
DELETE FROM "written_search_idx";
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (1,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (2,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (3,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (4,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (5,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (6,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (7,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (8,X'',2);
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (9,X'',2);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('outbox',15);
CREATE INDEX headline_by_incident ON headline (incident, op);
CREATE INDEX op_by_entity ON op (incident, entity, stamp, id);
CREATE INDEX op_cancelled ON op (id) WHERE cancelled = 1;
CREATE INDEX outbox_by_lane ON outbox (incident, seq);
CREATE INDEX slack_doubtful ON slack_message (channel, ts) WHERE missed > 0 AND gone = 0;
CREATE INDEX slack_reply ON slack_message (channel, thread, ts) WHERE thread IS NOT NULL;
CREATE INDEX slack_thread_due ON slack_thread (channel, root) WHERE read_state IS NOT state;
CREATE TRIGGER message_search_change AFTER UPDATE OF text ON slack_message
    WHEN old.text <> new.text AND old.id <= (SELECT max(id) FROM message_search_docsize) BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO message_search (rowid, text) VALUES (new.id, new.text);
    END;
CREATE TRIGGER message_search_remove AFTER DELETE ON slack_message
    WHEN old.id <= (SELECT max(id) FROM message_search_docsize) BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;
CREATE TRIGGER written_search_change AFTER UPDATE OF text ON written
    WHEN old.text <> new.text AND old.id <= (SELECT max(id) FROM written_search_docsize) BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO written_search (rowid, text) VALUES (new.id, new.text);
    END;
CREATE TRIGGER written_search_remove AFTER DELETE ON written
    WHEN old.id <= (SELECT max(id) FROM written_search_docsize) BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;
