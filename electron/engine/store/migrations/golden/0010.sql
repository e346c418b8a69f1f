PRAGMA user_version = 10;
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
CREATE TABLE slack_sweep (
      channel TEXT NOT NULL PRIMARY KEY,
      below TEXT,
      walking INTEGER NOT NULL,
      through_at INTEGER NOT NULL
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
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GC7NMVX9W9HD437SS','Tell
support',NULL,0,1795226490000,NULL);
INSERT INTO "action" ("incident", "id", "text", "owner", "done", "added_at", "done_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GGG3MN9243AHM49W9','Roll back ''41f2''','U0BEN000001',1,1795226490000,1795226550000);
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS','{"added":[true,"0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4GW9T47CS12A5YX869"],"text":["Tell\nsupport","0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4GW9T47CS12A5YX869"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','{"added":[true,"0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4GV83VQAZ050VYZ8S6"],"done":[true,"0mwprjbao-0000-QA9HWMFBS3","01M7XXEFQGVPGJ0YJ3MZQ63MA9"],"owner":["U0BEN000001","0mwprjbao-0000-M0GZY8KQDZ","01M7XXEFQGXH9M8P4T23MJHX0K"],"text":["Roll back ''41f2''","0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4GV83VQAZ050VYZ8S6"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP','{"kind":["note","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4G0HB86YPKM6DXVSEA"],"text":["Seit 02:00 — ¿qué? 日本 🔥","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4G0HB86YPKM6DXVSEA"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR3AF16BDPAVE69M2K','{"kind":["note","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKR3P1R5VQF1PPHAXMY"],"text":["Slack is down.","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKR3P1R5VQF1PPHAXMY"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','incident','{"code":["INC-4QJ4","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"name":["Checkout errors in EU","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"private":[false,"0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"severity":["major","0mwpri100-0000-QA9HWMFBS3","01M7XXCN4G2YETXR1N6GZ2Z0SY"],"status":["fixing","0mwprjbao-0002-M0GZY8KQDZ","01M7XXEFQGKM47K51HKY94PCGK"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','{"person":["U0BEN000001","0mwprjbao-0001-M0GZY8KQDZ","01M7XXEFQGC3V0ZZ28RCG1N532"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','{"text":["A cache?","0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"],"weight":[{"high":[1,2,3]},"0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','incident','{"code":["INC-KJ54","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGWM5ZS1M0FMZAF08Y"],"name":["Webhooks 20 minutes late","0mwptr1o0-0000-M0GZY8KQDZ","01M7Y100HG30GD6A3A2YKMGPK5"],"private":[false,"0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGWM5ZS1M0FMZAF08Y"],"severity":["minor","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGWM5ZS1M0FMZAF08Y"],"status":["resolved","0mwptr1o0-0001-M0GZY8KQDZ","01M7Y100HG4H1FBZR2M0VKHCFD"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','role:lead','{"person":["U0ANA000001","0mwprlvw0-0001-M0GZY8KQDZ","01M7XXJ4XGGYCW57PRCVSJKCJJ"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y11V4GC5CCKTB4CE6Q1RGD','incident','{"code":["INC-T8Y1","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4G5MSA2MXNQM0Y15MV"],"name":["Leaked \"key\" in a log; it’s Bob’s","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4G5MSA2MXNQM0Y15MV"],"private":[true,"0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4G5MSA2MXNQM0Y15MV"],"severity":["critical","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4G5MSA2MXNQM0Y15MV"],"status":["triage","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4G5MSA2MXNQM0Y15MV"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','incident','{"code":["INC-S29V","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKR6GXW06HR0W6SNVFW"],"name":["Declared while cut off","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKR6GXW06HR0W6SNVFW"],"private":[false,"0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKR6GXW06HR0W6SNVFW"],"severity":["minor","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKR6GXW06HR0W6SNVFW"],"status":["triage","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKR6GXW06HR0W6SNVFW"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','role:lead','{"person":["U0ANA000001","0mwpttq48-0002-M0GZY8KQDZ","01M7Y13TKR6QJ5EA1D94HJM8JH"]}');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GY0BEXWAHTV1GMTZP','Seit 02:00 — ¿qué? 日本 🔥','01M7XXCN4G0HB86YPKM6DXVSEA','0mwpri100-0001-QA9HWMFBS3');
INSERT INTO "entry" ("incident", "id", "text", "op", "position") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7Y13TKR3AF16BDPAVE69M2K','Slack is down.','01M7Y13TKR3P1R5VQF1PPHAXMY','0mwpttq48-0000-M0GZY8KQDZ');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','INC-4QJ4','Checkout errors in EU','major','fixing',0,1795226460000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','INC-KJ54','Webhooks 20 minutes late','minor','resolved',0,1795226670000,1795230270000,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y11V4GC5CCKTB4CE6Q1RGD','INC-T8Y1','Leaked "key" in a log; it’s Bob’s','critical','triage',1,1795230330000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','INC-S29V','Declared while cut off','minor','triage',0,1795230395000,NULL,'','');
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
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G0HB86YPKM6DXVSEA','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP','0mwpri100-0001-QA9HWMFBS3','U0BEN000001',1,'{"kind":"note","text":"Seit 02:00 — ¿qué? 日本 🔥"}',NULL,'1795226491.100000','0mwpri100-0001-QA9HWMFBS3','GyM0_rLqpDBFdq1i',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G2YETXR1N6GZ2Z0SY','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwpri100-0000-QA9HWMFBS3','U0BEN000001',1,'{"severity":"major"}',NULL,'1795226490.000001','0mwpri100-0000-QA9HWMFBS3','SbfjRwrqqO4xOOFg',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GV83VQAZ050VYZ8S6','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwpri100-0000-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Roll back ''41f2''"}',NULL,'1795226490.000002','0mwpri100-0000-M0GZY8KQDZ','mULQQCeBHBM6b5LH',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GW9T47CS12A5YX869','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS','0mwpri100-0001-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Tell\nsupport"}',NULL,'1795226491.100001','0mwpri100-0001-M0GZY8KQDZ','BLEXavs-AHv03rdE',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGC3V0ZZ28RCG1N532','01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','0mwprjbao-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0BEN000001"}',NULL,'1795226551.100000','0mwprjbao-0001-M0GZY8KQDZ','O4GxMfL8a-EPdpEi',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGKM47K51HKY94PCGK','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprjbao-0002-M0GZY8KQDZ','U0ANA000001',1,'{"status":"fixing"}',NULL,'1795226552.200000','0mwprjbao-0002-M0GZY8KQDZ','jidk4uxppokdea9N',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGVPGJ0YJ3MZQ63MA9','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwprjbao-0000-QA9HWMFBS3','U0BEN000001',1,'{"done":true}',NULL,'1795226550.000001','0mwprjbao-0000-QA9HWMFBS3','Fgi5jF2scO8ox5Sr',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGXH9M8P4T23MJHX0K','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwprjbao-0000-M0GZY8KQDZ','U0ANA000001',1,'{"owner":"U0BEN000001"}',NULL,'1795226550.000000','0mwprjbao-0000-M0GZY8KQDZ','4ZMaf_UCJhvLQLro',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGGYCW57PRCVSJKCJJ','01M7XXJ4XG1MY46DKEMVXAYS1P','role:lead','0mwprlvw0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226671.100000','0mwprlvw0-0001-M0GZY8KQDZ','YLlyNsioq6o8EIaj',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGWM5ZS1M0FMZAF08Y','01M7XXJ4XG1MY46DKEMVXAYS1P','incident','0mwprlvw0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-KJ54","name":"Webhooks late","severity":"minor","status":"triage","private":false}',NULL,'1795226670.000001','0mwprlvw0-0000-M0GZY8KQDZ','56xDCq6RuP6KXTKg',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HG30GD6A3A2YKMGPK5','01M7XXJ4XG1MY46DKEMVXAYS1P','incident','0mwptr1o0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Webhooks 20 minutes late"}',NULL,'1795230270.000000','0mwptr1o0-0000-M0GZY8KQDZ','0_oqIfSYarjkQffc',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HG4H1FBZR2M0VKHCFD','01M7XXJ4XG1MY46DKEMVXAYS1P','incident','0mwptr1o0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"status":"resolved"}',NULL,'1795230271.100000','0mwptr1o0-0001-M0GZY8KQDZ','U42ZjTA7_dyqtAgW',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y11V4G5MSA2MXNQM0Y15MV','01M7Y11V4GC5CCKTB4CE6Q1RGD','incident','0mwptsbyo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-T8Y1","name":"Leaked \"key\" in a log; it’s Bob’s","severity":"critical","status":"triage","private":true}',NULL,'1795230330.000001','0mwptsbyo-0000-M0GZY8KQDZ','vH5c8WiClEvP1Hda',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR3P1R5VQF1PPHAXMY','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR3AF16BDPAVE69M2K','0mwpttq48-0000-M0GZY8KQDZ','U0ANA000001',1,'{"kind":"note","text":"Slack is down."}',NULL,NULL,'0mwpttq48-0000-M0GZY8KQDZ','FpACb5Jp_hox1ANz',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR6GXW06HR0W6SNVFW','01M7Y13TKRNC655YD1RAXSGJM9','incident','0mwpttq48-0001-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-S29V","name":"Declared while cut off","severity":"minor","status":"triage","private":false}',NULL,NULL,'0mwpttq48-0001-M0GZY8KQDZ','eR9vQvN_0jaPyYYw',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKR6QJ5EA1D94HJM8JH','01M7Y13TKRNC655YD1RAXSGJM9','role:lead','0mwpttq48-0002-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,NULL,'0mwpttq48-0002-M0GZY8KQDZ','NunarFr77E4yhj6Y',0);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (13,'01M7Y13TKR3P1R5VQF1PPHAXMY','01M7XXBQV07DA4R7ZREQ6RHN69','U0ANA000001','unknown',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (14,'01M7Y13TKR6GXW06HR0W6SNVFW','01M7Y13TKRNC655YD1RAXSGJM9','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (15,'01M7Y13TKR6QJ5EA1D94HJM8JH','01M7Y13TKRNC655YD1RAXSGJM9','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','lead','U0BEN000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','lead','U0ANA000001');
INSERT INTO "role" ("incident", "role", "person") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','lead','U0ANA000001');
INSERT INTO "setting" ("key", "value") VALUES ('device','"M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('log.clock','"0mwpttq48-0002-M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('session','1');
INSERT INTO "setting" ("key", "value") VALUES ('slack.account','{"team":"T0ACME00001","teamName":"Acme","teamUrl":"https://acme.slack.com/","user":"U0ANA000001","userName":"ana","bot":false}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.announcements','{"name":"incidents","id":"C7U5TQO9X4M","readTo":"1795226671.632390","problem":null}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.team','{"id":"T0ACME00001","name":"Acme"}');
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7XXJ4XGGYCW57PRCVSJKCJJ','1795226671.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7XXJ4XGWM5ZS1M0FMZAF08Y','1795226670.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7Y100HG30GD6A3A2YKMGPK5','1795230270.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CANBW3JP046','01M7Y100HG4H1FBZR2M0VKHCFD','1795230271.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01K0000000000000000000000Z','1795226550.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV03C5Z4YN5PXGW9V13','1795226461.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV0XTXPXYN9CPZ7VK18','1795226460.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G0HB86YPKM6DXVSEA','1795226491.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G2YETXR1N6GZ2Z0SY','1795226490.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GV83VQAZ050VYZ8S6','1795226490.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GW9T47CS12A5YX869','1795226491.100001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGC3V0ZZ28RCG1N532','1795226551.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGKM47K51HKY94PCGK','1795226552.200000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGVPGJ0YJ3MZQ63MA9','1795226550.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGXH9M8P4T23MJHX0K','1795226550.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CRB7XTZ16M4','01M7Y11V4G5MSA2MXNQM0Y15MV','1795230330.000001',1,1);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','CPLAXAQNDJW','inc-4qj4-checkout-errors-in-eu','▲ Major · Fixing · Lead: Ben · INC-4QJ4 Checkout errors in EU','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226461.624093','1795226553.300000','1795226553.300000');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','CANBW3JP046','inc-kj54-webhooks-late','▬ Minor · Resolved · Lead: Ana · INC-KJ54 Webhooks 20 minutes late','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226671.632390','1795230272.200000','1795230272.200000');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7Y11V4GC5CCKTB4CE6Q1RGD','CRB7XTZ16M4','inc-t8y1-leaked-key-in-a-log-it-s-bob-s','◆ Critical · Triage · No lead · INC-T8Y1 Leaked "key" in a log; it’s Bob’s','done',0,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9',NULL,'inc-s29v-declared-while-cut-off',NULL,'done',0,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (1,'CPLAXAQNDJW','1795226460.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (2,'CPLAXAQNDJW','1795226460.000001','U0ANA000001','',0,'E-jIUXiy8y2OwJAy0s_itp2N','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (3,'CPLAXAQNDJW','1795226461.100000','U0ANA000001','',0,'ktfb-s2mGL4VoHjLKjTflCdT','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (4,'CPLAXAQNDJW','1795226462.724093','U0ANA000001','',0,'9KYI0A_M1PT8Y8T4wDD3FpY-','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (5,'CPLAXAQNDJW','1795226490.000000','U0BEN000001','5xx from <https://eu-west.example.com|eu-west> only &amp; &lt;b&gt;',0,'0IiUX02KusTnHsaqGFnH6nli','message',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (6,'CPLAXAQNDJW','1795226490.000001','U0BEN000001','',0,'10tb76ua81Ekc0rKDzC2pYX1','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (7,'CPLAXAQNDJW','1795226490.000002','U0ANA000001','',0,'jqx7Lche--kJk-_Hz7Q7PY9u','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (8,'CPLAXAQNDJW','1795226491.100000','U0BEN000001','',0,'0kGmqdpaFNAlSTG3-vasrAEo','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (9,'CPLAXAQNDJW','1795226491.100001','U0ANA000001','',0,'qKFqjnjHT2nAEZBRncFQWoGN','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (10,'CPLAXAQNDJW','1795226492.227098','U0BEN000001','',0,'Qv5yVtLJmG8IlLEs_cZmlRH0','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (11,'CPLAXAQNDJW','1795226550.000000','U0ANA000001','',0,'uAhLn5kanS2LB5brsRuidnDj','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (12,'CPLAXAQNDJW','1795226550.000001','U0BEN000001','',0,'tpzb0fUbsR9pjAVkgXrv6Ry2','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (13,'CPLAXAQNDJW','1795226550.000002','U0BEN000001','',0,'83id8aJtT38W87n383WkuFQH','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (14,'CPLAXAQNDJW','1795226551.100000','U0ANA000001','',0,'2Wgr2Ud0YtyOsdAmYhjlgnMT','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (15,'CPLAXAQNDJW','1795226552.200000','U0ANA000001','',0,'Mk3sVo57QpWJ4y2gEbW3BCYI','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (16,'CPLAXAQNDJW','1795226554.400000','U0ANA000001','',0,'Dn4dotWScEO_jHZIp_1DI7Xk','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (17,'CANBW3JP046','1795226670.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (18,'CANBW3JP046','1795226670.000001','U0ANA000001','',0,'go8BP2XtZq-P1nCKiPfGkweC','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (19,'CANBW3JP046','1795226671.100000','U0ANA000001','',0,'z06Zhu0E_jd9cylY4cHSuaxS','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (20,'CANBW3JP046','1795226672.732390','U0ANA000001','',0,'ntW1yD4XEAKMR6kesYewjbHz','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (21,'CANBW3JP046','1795230270.000000','U0ANA000001','',0,'U0pNPqdSkdJnc6XjLHwF7HtX','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (22,'CANBW3JP046','1795230271.100000','U0ANA000001','',0,'EtIF7Bs905QUgLxypG8JSjqK','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (23,'CANBW3JP046','1795230273.300000','U0ANA000001','',0,'4_1OmyEPm0FVKkk2Qe0D3uWl','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (24,'CRB7XTZ16M4','1795230330.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (25,'CRB7XTZ16M4','1795230330.000001','U0ANA000001','',0,'qPJECLCMUYI_m3QYZsyXTo9q','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (26,'CRB7XTZ16M4','1795230331.100000','U0ANA000001','',0,'TFCVYeLhN0mJ1QgjxO51_JYy','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CANBW3JP046','0','1795230273.300000');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CPLAXAQNDJW','0','1795226554.400000');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CRB7XTZ16M4','0','1795230331.100000');
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('CANBW3JP046',NULL,0,1795230279483);
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('CPLAXAQNDJW',NULL,0,1795230392518);
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('CRB7XTZ16M4',NULL,0,1795230390518);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0ANA000001','Ana',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BEN000001','Ben',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BOT000001','quarterdeck',0);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('USLACKBOT','Slackbot',0);
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mhsvfk00-0000-ZZZZZZZZZZ','change','01K0000000000000000000000Z');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0000-M0GZY8KQDZ','change','01M7XXBQV0XTXPXYN9CPZ7VK18');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0001-M0GZY8KQDZ','change','01M7XXBQV03C5Z4YN5PXGW9V13');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-M0GZY8KQDZ','change','01M7XXCN4GV83VQAZ050VYZ8S6');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-QA9HWMFBS3','change','01M7XXCN4G2YETXR1N6GZ2Z0SY');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-ZZZZZZZZZZ','message','1795226490.000000');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-M0GZY8KQDZ','change','01M7XXCN4GW9T47CS12A5YX869');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-QA9HWMFBS3','note','01M7XXCN4GY0BEXWAHTV1GMTZP');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-M0GZY8KQDZ','change','01M7XXEFQGXH9M8P4T23MJHX0K');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-QA9HWMFBS3','change','01M7XXEFQGVPGJ0YJ3MZQ63MA9');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0001-M0GZY8KQDZ','change','01M7XXEFQGC3V0ZZ28RCG1N532');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0002-M0GZY8KQDZ','change','01M7XXEFQGKM47K51HKY94PCGK');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpttq48-0000-M0GZY8KQDZ','note','01M7Y13TKR3AF16BDPAVE69M2K');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','0mwprlvw0-0000-M0GZY8KQDZ','change','01M7XXJ4XGWM5ZS1M0FMZAF08Y');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','0mwprlvw0-0001-M0GZY8KQDZ','change','01M7XXJ4XGGYCW57PRCVSJKCJJ');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','0mwptr1o0-0000-M0GZY8KQDZ','change','01M7Y100HG30GD6A3A2YKMGPK5');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG1MY46DKEMVXAYS1P','0mwptr1o0-0001-M0GZY8KQDZ','change','01M7Y100HG4H1FBZR2M0VKHCFD');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y11V4GC5CCKTB4CE6Q1RGD','0mwptsbyo-0000-M0GZY8KQDZ','change','01M7Y11V4G5MSA2MXNQM0Y15MV');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','0mwpttq48-0001-M0GZY8KQDZ','change','01M7Y13TKR6GXW06HR0W6SNVFW');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKRNC655YD1RAXSGJM9','0mwpttq48-0002-M0GZY8KQDZ','change','01M7Y13TKR6QJ5EA1D94HJM8JH');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (1,'01M7XXBQV07DA4R7ZREQ6RHN69','incident',1795226460000,'INC-4QJ4
Checkout errors in EU');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (2,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9',1795226490000,'Roll back ''41f2''');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (3,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS',1795226490000,'Tell
support');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (4,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP',1795226490000,'Seit 02:00 — ¿qué? 日本 🔥');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (5,'01M7XXJ4XG1MY46DKEMVXAYS1P','incident',1795226670000,'INC-KJ54
Webhooks 20 minutes late');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (6,'01M7Y11V4GC5CCKTB4CE6Q1RGD','incident',1795230330000,'INC-T8Y1
Leaked "key" in a log; it’s Bob’s');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (7,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR3AF16BDPAVE69M2K',1795230395000,'Slack is down.');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (8,'01M7Y13TKRNC655YD1RAXSGJM9','incident',1795230395000,'INC-S29V
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
INSERT INTO "written_search_data" ("id", "block") VALUES (687194767361,X'0000002B0430696E6305020201046B6A353405020301046C6174650502050108776562686F6F6B7305020404080909');
INSERT INTO "written_search_data" ("id", "block") VALUES (824633720833,X'0000003E033032300502050103696E6305030201046B6A353405030301046C61746505030701076D696E757465730502060108776562686F6F6B7305030404070809090C');
INSERT INTO "written_search_data" ("id", "block") VALUES (962072674305,X'0000004F0230610602070103626F6206020B0102696E06020603016306020202017406020901036B657906020501066C65616B656406020402026F6706020801017306040A04010474387931060203040608070606080B0707');
INSERT INTO "written_search_data" ("id", "block") VALUES (1099511627777,X'0000001E0530646F776E070204010269730702030105736C61636B070202040907');
INSERT INTO "written_search_data" ("id", "block") VALUES (1236950581249,X'0000003C043063757408020601086465636C617265640802040103696E6308020201036F666608020701047332397608020301057768696C6508020504080D080809');
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
