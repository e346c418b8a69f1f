PRAGMA user_version = 21;
CREATE TABLE action (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      text TEXT NOT NULL,
      owner TEXT,
      status TEXT NOT NULL,
      done INTEGER NOT NULL,
      done_at INTEGER,
      due INTEGER,
      check_at INTEGER,
      outcome TEXT,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE custom_field (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      options TEXT NOT NULL,
      value TEXT NOT NULL,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      question TEXT NOT NULL,
      options TEXT NOT NULL,
      choice TEXT NOT NULL,
      reason TEXT NOT NULL,
      expected TEXT NOT NULL,
      expected_by INTEGER,
      outcome TEXT,
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
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      op TEXT NOT NULL,
      position TEXT NOT NULL,
      happened_at INTEGER NOT NULL,
      channel TEXT,
      ts TEXT,
      source TEXT,
      author TEXT,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE entry_image (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      hash TEXT NOT NULL,
      claim TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE follow_up (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      text TEXT NOT NULL,
      type TEXT,
      owner TEXT,
      state TEXT NOT NULL,
      soak_until INTEGER,
      due INTEGER,
      done_when TEXT NOT NULL,
      issue_url TEXT,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE handover (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      role TEXT NOT NULL,
      "from" TEXT,
      "to" TEXT NOT NULL,
      brief TEXT NOT NULL,
      state TEXT NOT NULL,
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
CREATE TABLE held_op (
      op TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      looks INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE hypothesis (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      text TEXT NOT NULL,
      state TEXT NOT NULL,
      evidence TEXT NOT NULL,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE image (
      hash TEXT NOT NULL PRIMARY KEY,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      kept_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE image_upload (
      incident TEXT NOT NULL,
      hash TEXT NOT NULL,
      state TEXT NOT NULL,
      file TEXT,
      reason TEXT,
      hint TEXT,
      PRIMARY KEY (incident, hash)
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
CREATE TABLE incident_update (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      audience TEXT NOT NULL,
      form TEXT NOT NULL,
      conditions TEXT NOT NULL,
      actions TEXT NOT NULL,
      needs TEXT NOT NULL,
      next_by INTEGER,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_mark (
      incident TEXT NOT NULL,
      kind TEXT NOT NULL,
      ref TEXT NOT NULL,
      hidden INTEGER NOT NULL,
      marker TEXT,
      PRIMARY KEY (incident, kind, ref)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE link (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      title TEXT NOT NULL,
      url TEXT NOT NULL,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE message_search USING fts5 (
      text, content = 'slack_message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
CREATE TABLE nudge_snooze (
      incident TEXT NOT NULL,
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (incident, rule, subject)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE nudge_told (
      incident TEXT NOT NULL,
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      occasion TEXT NOT NULL,
      told_at INTEGER NOT NULL,
      PRIMARY KEY (incident, rule, subject, occasion)
    ) STRICT, WITHOUT ROWID;
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
CREATE TABLE participant (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      person TEXT NOT NULL,
      present INTEGER NOT NULL,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE post_mortem_copy (
      incident TEXT NOT NULL PRIMARY KEY,
      texts TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
CREATE TABLE post_mortem_factor (
      incident TEXT NOT NULL,
      place INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (incident, place)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE post_mortem_writing (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      incident TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
CREATE TABLE relation (
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
      "as" TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT,
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE role (
      incident TEXT NOT NULL,
      role TEXT NOT NULL,
      person TEXT, name TEXT, deleted INTEGER NOT NULL DEFAULT 0,
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
CREATE TABLE slack_file (
      id TEXT NOT NULL PRIMARY KEY,
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      name TEXT NOT NULL,
      mimetype TEXT NOT NULL,
      size INTEGER NOT NULL,
      url TEXT,
      state TEXT NOT NULL,
      type TEXT,
      bytes INTEGER NOT NULL DEFAULT 0,
      used_at INTEGER NOT NULL DEFAULT 0,
      again_at INTEGER NOT NULL DEFAULT 0,
      reason TEXT
    , claim TEXT, hash TEXT) STRICT, WITHOUT ROWID;
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
CREATE TABLE slack_removal (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      incident TEXT NOT NULL,
      why TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
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
CREATE TABLE slack_unproved (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      op TEXT NOT NULL,
      account TEXT NOT NULL,
      missed INTEGER NOT NULL DEFAULT 0, thread TEXT,
      PRIMARY KEY (channel, ts, op)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE slack_user (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      listed INTEGER NOT NULL
    ) STRICT;
CREATE TABLE suggestion_dismissed (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;
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
INSERT INTO "action" ("incident", "id", "op", "added_at", "deleted", "text", "owner", "status", "done", "done_at", "due", "check_at", "outcome") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GC7NMVX9W9HD437SS','01M7XXCN4GW9T47CS12A5YX869',1795226490000,0,'Tell
support',NULL,'open',0,NULL,NULL,NULL,NULL);
INSERT INTO "action" ("incident", "id", "op", "added_at", "deleted", "text", "owner", "status", "done", "done_at", "due", "check_at", "outcome") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GGG3MN9243AHM49W9','01M7XXCN4GV83VQAZ050VYZ8S6',1795226490000,0,'Roll back ''41f2''','U0BEN000001','done',1,1795226550000,NULL,NULL,NULL);
INSERT INTO "custom_field" ("incident", "id", "op", "added_at", "deleted", "name", "type", "options", "value") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGS1AKMX2XVNM1C6W2','01M7XXEFQGD635BH2R4VYC9WN6',1795226550000,0,'Region','select','["EU"]','"EU"');
INSERT INTO "decision" ("incident", "id", "op", "added_at", "deleted", "question", "options", "choice", "reason", "expected", "expected_by", "outcome") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQG4NDAX9171QA7RS03','01M7XXEFQGXKKM6KZXEXD3FNSM',1795226550000,0,'What now?','["Roll back","Fix forward"]','','','',NULL,NULL);
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS','{"added":[true,"0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4GW9T47CS12A5YX869"],"text":["Tell\nsupport","0mwpri100-0001-M0GZY8KQDZ","01M7XXCN4GW9T47CS12A5YX869"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','{"added":[true,"0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4GV83VQAZ050VYZ8S6"],"done":[true,"0mwprjbao-0000-QA9HWMFBS3","01M7XXEFQGVPGJ0YJ3MZQ63MA9"],"owner":["U0BEN000001","0mwprjbao-0000-M0GZY8KQDZ","01M7XXEFQGH9M8P4T23MJHX0KB"],"status":["done","0mwprjbao-0000-QA9HWMFBS3","01M7XXEFQGVPGJ0YJ3MZQ63MA9"],"text":["Roll back ''41f2''","0mwpri100-0000-M0GZY8KQDZ","01M7XXCN4GV83VQAZ050VYZ8S6"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','decision:01M7XXEFQG4NDAX9171QA7RS03','{"added":[true,"0mwprjbao-0007-M0GZY8KQDZ","01M7XXEFQGXKKM6KZXEXD3FNSM"],"options":[["Roll back","Fix forward"],"0mwprjbao-0007-M0GZY8KQDZ","01M7XXEFQGXKKM6KZXEXD3FNSM"],"question":["What now?","0mwprjbao-0007-M0GZY8KQDZ","01M7XXEFQGXKKM6KZXEXD3FNSM"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP','{"kind":["note","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4G0HB86YPKM6DXVSEA"],"text":["Seit 02:00 — ¿qué? 日本 🔥","0mwpri100-0001-QA9HWMFBS3","01M7XXCN4G0HB86YPKM6DXVSEA"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXEFQGT0XV0YNMSMNC020K','{"happenedAt":[1795222950000,"0mwprjbao-0003-M0GZY8KQDZ","01M7XXEFQGC2RFVNHG0CN23BJH"],"kind":["note","0mwprjbao-0003-M0GZY8KQDZ","01M7XXEFQGC2RFVNHG0CN23BJH"],"text":["First 5xx, in EU","0mwprjbao-0004-M0GZY8KQDZ","01M7XXEFQGKEMVXAYS1P53RV6Q"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR33MWS3EEZNYPBTGF','{"kind":["note","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKRA5EGHEQPZWNJ6WFW"],"text":["Slack is down.","0mwpttq48-0000-M0GZY8KQDZ","01M7Y13TKRA5EGHEQPZWNJ6WFW"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','field:01M7XXEFQGS1AKMX2XVNM1C6W2','{"name":["Region","0mwprjbao-000e-M0GZY8KQDZ","01M7XXEFQGD635BH2R4VYC9WN6"],"options":[["EU"],"0mwprjbao-000e-M0GZY8KQDZ","01M7XXEFQGD635BH2R4VYC9WN6"],"type":["select","0mwprjbao-000e-M0GZY8KQDZ","01M7XXEFQGD635BH2R4VYC9WN6"],"value":["EU","0mwprjbao-000e-M0GZY8KQDZ","01M7XXEFQGD635BH2R4VYC9WN6"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','follow_up:01M7XXEFQGZJB40F6HS5C2JM99','{"added":[true,"0mwprjbao-0009-M0GZY8KQDZ","01M7XXEFQGFXZM2A1GMK2CCGKC"],"state":["soaking","0mwprjbao-0009-M0GZY8KQDZ","01M7XXEFQGFXZM2A1GMK2CCGKC"],"text":["Alert on it","0mwprjbao-0009-M0GZY8KQDZ","01M7XXEFQGFXZM2A1GMK2CCGKC"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','handover:01M7XXEFQGCSZHM17N9DA21H59','{"added":[true,"0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"],"brief":["Rolling back.","0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"],"from":["U0BEN000001","0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"],"role":["lead","0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"],"state":["offered","0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"],"to":["name:Cleo","0mwprjbao-000c-M0GZY8KQDZ","01M7XXEFQGETVZWRAWR8BM2MJF"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','hypothesis:01M7XXEFQGHH5DXS9SEG07E1XB','{"added":[true,"0mwprjbao-0008-M0GZY8KQDZ","01M7XXEFQG847HAH1H6C1FGMYB"],"state":["open","0mwprjbao-0008-M0GZY8KQDZ","01M7XXEFQG847HAH1H6C1FGMYB"],"text":["Cold cache","0mwprjbao-0008-M0GZY8KQDZ","01M7XXEFQG847HAH1H6C1FGMYB"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','incident','{"code":["INC-4QJ4","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"name":["Checkout errors in EU","0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"private":[false,"0mwprhduo-0000-M0GZY8KQDZ","01M7XXBQV0XTXPXYN9CPZ7VK18"],"severity":["major","0mwpri100-0000-QA9HWMFBS3","01M7XXCN4G2YETXR1N6GZ2Z0SY"],"severityAssumed":[false,"0mwpri100-0000-QA9HWMFBS3","01M7XXCN4G2YETXR1N6GZ2Z0SY"],"status":["fixing","0mwprjbao-0002-M0GZY8KQDZ","01M7XXEFQGM47K51HKY94PCGKC"],"time.began":[1795222950000,"0mwprjbao-000f-M0GZY8KQDZ","01M7XXEFQG7HS7ZYM0B6E1AY4H"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','line:note.01M7XXEFQGT0XV0YNMSMNC020K','{"about":["First 5xx, in EU","0mwprjbao-0005-M0GZY8KQDZ","01M7XXEFQGZAF08Y45JK1MY46D"],"marker":["detection","0mwprjbao-0005-M0GZY8KQDZ","01M7XXEFQGZAF08Y45JK1MY46D"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','link:01M7XXEFQG515KTRCVTB1X80FS','{"added":[true,"0mwprjbao-000a-M0GZY8KQDZ","01M7XXEFQGBBGVBHW2TRMAEGFM"],"title":["Errors","0mwprjbao-000a-M0GZY8KQDZ","01M7XXEFQGBBGVBHW2TRMAEGFM"],"url":["https://grafana.example.com/d/1","0mwprjbao-000a-M0GZY8KQDZ","01M7XXEFQGBBGVBHW2TRMAEGFM"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','participant:n-ee71b3a0f42ea211','{"person":["name:Dora","0mwprjbao-000d-M0GZY8KQDZ","01M7XXEFQGQ171JM0RMT71QW6D"],"present":[true,"0mwprjbao-000d-M0GZY8KQDZ","01M7XXEFQGQ171JM0RMT71QW6D"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','role:01M7XXEFQGPAFGBPA94QDW7VJT','{"name":["Database","0mwprjbao-000b-M0GZY8KQDZ","01M7XXEFQGA3QXPBGCNC39Z2ZP"],"person":["name:Cleo","0mwprjbao-000b-M0GZY8KQDZ","01M7XXEFQGA3QXPBGCNC39Z2ZP"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','{"person":["U0BEN000001","0mwprjbao-0001-M0GZY8KQDZ","01M7XXEFQG3V0ZZ28RCG1N532X"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','{"text":["A cache?","0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"],"weight":[{"high":[1,2,3]},"0mhsvfk00-0000-ZZZZZZZZZZ","01K0000000000000000000000Z"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','update:01M7XXEFQGSJKCJJWM5ZS1M0FM','{"added":[true,"0mwprjbao-0006-M0GZY8KQDZ","01M7XXEFQGRMR3DMGYCW57PRCV"],"audience":["internal","0mwprjbao-0006-M0GZY8KQDZ","01M7XXEFQGRMR3DMGYCW57PRCV"],"conditions":["EU fails","0mwprjbao-0006-M0GZY8KQDZ","01M7XXEFQGRMR3DMGYCW57PRCV"],"form":["full","0mwprjbao-0006-M0GZY8KQDZ","01M7XXEFQGRMR3DMGYCW57PRCV"],"nextBy":[1795230150000,"0mwprjbao-0006-M0GZY8KQDZ","01M7XXEFQGRMR3DMGYCW57PRCV"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','incident','{"code":["INC-6HJK","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGFSWAQRXMYPGBPNB3"],"name":["Webhooks 20 minutes late","0mwptr1o0-0000-M0GZY8KQDZ","01M7Y100HGDT3SDFT53EETWPF2"],"private":[false,"0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGFSWAQRXMYPGBPNB3"],"severity":["minor","0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGFSWAQRXMYPGBPNB3"],"severityAssumed":[true,"0mwprlvw0-0000-M0GZY8KQDZ","01M7XXJ4XGFSWAQRXMYPGBPNB3"],"status":["resolved","0mwptr1o0-0001-M0GZY8KQDZ","01M7Y100HG82TD7ZVK6A20C3SS"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','role:lead','{"person":["U0ANA000001","0mwprlvw0-0001-M0GZY8KQDZ","01M7XXJ4XG1HZG7ED4CFT2XYSA"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y11V4GA9EKFHR3HBRY4YNA','incident','{"code":["INC-N22K","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GSV030MWZRQ39V0Q2"],"name":["Leaked \"key\" in a log; it’s Bob’s","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GSV030MWZRQ39V0Q2"],"private":[true,"0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GSV030MWZRQ39V0Q2"],"severity":["critical","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GSV030MWZRQ39V0Q2"],"status":["triage","0mwptsbyo-0000-M0GZY8KQDZ","01M7Y11V4GSV030MWZRQ39V0Q2"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKRAJX06V5D77JA752F','incident','{"code":["INC-5HQP","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"],"name":["Declared while cut off","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"],"private":[false,"0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"],"severity":["minor","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"],"severityAssumed":[true,"0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"],"status":["triage","0mwpttq48-0001-M0GZY8KQDZ","01M7Y13TKRA9W7P5MMRB2HVV1B"]}');
INSERT INTO "entity" ("incident", "entity", "state") VALUES ('01M7Y13TKRAJX06V5D77JA752F','role:lead','{"person":["U0ANA000001","0mwpttq48-0002-M0GZY8KQDZ","01M7Y13TKRMGXJH48HNE3HZ975"]}');
INSERT INTO "entry" ("incident", "id", "kind", "text", "edited", "op", "position", "happened_at", "channel", "ts", "source", "author") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXCN4GY0BEXWAHTV1GMTZP','note','Seit 02:00 — ¿qué? 日本 🔥',0,'01M7XXCN4G0HB86YPKM6DXVSEA','0mwpri100-0001-QA9HWMFBS3',1795226490000,NULL,NULL,NULL,NULL);
INSERT INTO "entry" ("incident", "id", "kind", "text", "edited", "op", "position", "happened_at", "channel", "ts", "source", "author") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGT0XV0YNMSMNC020K','note','First 5xx, in EU',1,'01M7XXEFQGC2RFVNHG0CN23BJH','0mwppe5io-0000-M0GZY8KQDZ',1795222950000,NULL,NULL,NULL,NULL);
INSERT INTO "entry" ("incident", "id", "kind", "text", "edited", "op", "position", "happened_at", "channel", "ts", "source", "author") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7Y13TKR33MWS3EEZNYPBTGF','note','Slack is down.',0,'01M7Y13TKRA5EGHEQPZWNJ6WFW','0mwpttq48-0000-M0GZY8KQDZ',1795230395000,NULL,NULL,NULL,NULL);
INSERT INTO "follow_up" ("incident", "id", "op", "added_at", "deleted", "text", "type", "owner", "state", "soak_until", "due", "done_when", "issue_url") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGZJB40F6HS5C2JM99','01M7XXEFQGFXZM2A1GMK2CCGKC',1795226550000,0,'Alert on it',NULL,NULL,'soaking',NULL,NULL,'',NULL);
INSERT INTO "handover" ("incident", "id", "op", "added_at", "deleted", "role", "from", "to", "brief", "state") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGCSZHM17N9DA21H59','01M7XXEFQGETVZWRAWR8BM2MJF',1795226550000,0,'lead','U0BEN000001','name:Cleo','Rolling back.','offered');
INSERT INTO "hypothesis" ("incident", "id", "op", "added_at", "deleted", "text", "state", "evidence") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGHH5DXS9SEG07E1XB','01M7XXEFQG847HAH1H6C1FGMYB',1795226550000,0,'Cold cache','open','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','INC-4QJ4','Checkout errors in EU','major','fixing',0,1795226460000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','INC-6HJK','Webhooks 20 minutes late','minor','resolved',0,1795226670000,1795230270000,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y11V4GA9EKFHR3HBRY4YNA','INC-N22K','Leaked "key" in a log; it’s Bob’s','critical','triage',1,1795230330000,NULL,'','');
INSERT INTO "incident" ("id", "code", "name", "severity", "status", "private", "declared_at", "ended_at", "summary", "impact") VALUES ('01M7Y13TKRAJX06V5D77JA752F','INC-5HQP','Declared while cut off','minor','triage',0,1795230395000,NULL,'','');
INSERT INTO "incident_update" ("incident", "id", "op", "added_at", "deleted", "audience", "form", "conditions", "actions", "needs", "next_by") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGSJKCJJWM5ZS1M0FM','01M7XXEFQGRMR3DMGYCW57PRCV',1795226550000,0,'internal','full','EU fails','','',1795230150000);
INSERT INTO "line_mark" ("incident", "kind", "ref", "hidden", "marker") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','note','01M7XXEFQGT0XV0YNMSMNC020K',0,'detection');
INSERT INTO "link" ("incident", "id", "op", "added_at", "deleted", "title", "url") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQG515KTRCVTB1X80FS','01M7XXEFQGBBGVBHW2TRMAEGFM',1795226550000,0,'Errors','https://grafana.example.com/d/1');
DELETE FROM "message_search_config";
INSERT INTO "message_search_config" ("k", "v") VALUES ('version',4);
DELETE FROM "message_search_data";
INSERT INTO "message_search_data" ("id", "block") VALUES (1,X'1D0E');
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
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (27,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (28,X'00');
INSERT INTO "message_search_docsize" ("id", "sz") VALUES (29,X'00');
DELETE FROM "message_search_idx";
INSERT INTO "message_search_idx" ("segid", "term", "pgno") VALUES (1,X'',2);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','news:severity','','01M7XXCN4G2YETXR1N6GZ2Z0SY',1795226492100);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','severity','','1795226970000',1795226970000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','severity','','1795227270000',1795227270000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','severity','','1795227570000',1795227570000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','severity','','1795227870000',1795227870000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','severity','','1795228170000',1795228170000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','update','internal','1795228470000',1795228470000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','update','internal','1795228470000 overdue',1795228770000);
INSERT INTO "nudge_told" ("incident", "rule", "subject", "occasion", "told_at") VALUES ('01M7Y11V4GA9EKFHR3HBRY4YNA','no-lead','','1795230450000',1795230450000);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01K0000000000000000000000Z','01M7XXBQV07DA4R7ZREQ6RHN69','surmise:01K0000000000000000000000Y','0mhsvfk00-0000-ZZZZZZZZZZ','U0BEN000001',7,'{"text":"A cache?","weight":{"high":[1,2,3]}}','{"signature":"kept as it is"}','1795226550.000002','0mhsvfk00-0000-ZZZZZZZZZZ','CNww-x6fqubEkkoJ',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXBQV03C5Z4YN5PXGW9V13','01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','0mwprhduo-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226461.100000','0mwprhduo-0001-M0GZY8KQDZ','k4VQT0Jwz7UvnHm2',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXBQV0XTXPXYN9CPZ7VK18','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprhduo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-4QJ4","name":"Checkout errors in EU","severity":"minor","severityAssumed":true,"status":"triage","private":false}',NULL,'1795226460.000001','0mwprhduo-0000-M0GZY8KQDZ','N0F0ksyLjMW_gbrl',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G0HB86YPKM6DXVSEA','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP','0mwpri100-0001-QA9HWMFBS3','U0BEN000001',1,'{"kind":"note","text":"Seit 02:00 — ¿qué? 日本 🔥"}',NULL,'1795226491.100001','0mwpri100-0001-QA9HWMFBS3','GyM0_rLqpDBFdq1i',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4G2YETXR1N6GZ2Z0SY','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwpri100-0000-QA9HWMFBS3','U0BEN000001',1,'{"severity":"major","severityAssumed":false}',NULL,'1795226490.000001','0mwpri100-0000-QA9HWMFBS3','I4C7jtPMRs_VntjP',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GV83VQAZ050VYZ8S6','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwpri100-0000-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Roll back ''41f2''"}',NULL,'1795226490.000002','0mwpri100-0000-M0GZY8KQDZ','mULQQCeBHBM6b5LH',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXCN4GW9T47CS12A5YX869','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS','0mwpri100-0001-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Tell\nsupport"}',NULL,'1795226491.100000','0mwpri100-0001-M0GZY8KQDZ','BLEXavs-AHv03rdE',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQG3V0ZZ28RCG1N532X','01M7XXBQV07DA4R7ZREQ6RHN69','role:lead','0mwprjbao-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0BEN000001"}',NULL,'1795226551.100000','0mwprjbao-0001-M0GZY8KQDZ','8NatacYSu2NoxRUv',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQG7HS7ZYM0B6E1AY4H','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprjbao-000f-M0GZY8KQDZ','U0ANA000001',1,'{"time.began":1795222950000}',NULL,'1795226555.500000','0mwprjbao-000f-M0GZY8KQDZ','7shnwaP6WowtzWkI',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQG847HAH1H6C1FGMYB','01M7XXBQV07DA4R7ZREQ6RHN69','hypothesis:01M7XXEFQGHH5DXS9SEG07E1XB','0mwprjbao-0008-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Cold cache","state":"open"}',NULL,'1795226555.500000','0mwprjbao-0008-M0GZY8KQDZ','vHMKA2RPd5EcXjZx',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGA3QXPBGCNC39Z2ZP','01M7XXBQV07DA4R7ZREQ6RHN69','role:01M7XXEFQGPAFGBPA94QDW7VJT','0mwprjbao-000b-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Database","person":"name:Cleo"}',NULL,'1795226555.500000','0mwprjbao-000b-M0GZY8KQDZ','q4zO1PfHyb0rSfWr',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGBBGVBHW2TRMAEGFM','01M7XXBQV07DA4R7ZREQ6RHN69','link:01M7XXEFQG515KTRCVTB1X80FS','0mwprjbao-000a-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"title":"Errors","url":"https://grafana.example.com/d/1"}',NULL,'1795226555.500000','0mwprjbao-000a-M0GZY8KQDZ','kk7R9g5mKOhZNy8V',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGC2RFVNHG0CN23BJH','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXEFQGT0XV0YNMSMNC020K','0mwprjbao-0003-M0GZY8KQDZ','U0ANA000001',1,'{"kind":"note","text":"First 5xx","happenedAt":1795222950000}',NULL,'1795226553.300000','0mwprjbao-0003-M0GZY8KQDZ','9G4GnbtJ0g0vBlTP',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGD635BH2R4VYC9WN6','01M7XXBQV07DA4R7ZREQ6RHN69','field:01M7XXEFQGS1AKMX2XVNM1C6W2','0mwprjbao-000e-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Region","type":"select","options":["EU"],"value":"EU"}',NULL,'1795226555.500000','0mwprjbao-000e-M0GZY8KQDZ','OYdd9uqBcILeb_pn',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGETVZWRAWR8BM2MJF','01M7XXBQV07DA4R7ZREQ6RHN69','handover:01M7XXEFQGCSZHM17N9DA21H59','0mwprjbao-000c-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"role":"lead","from":"U0BEN000001","to":"name:Cleo","brief":"Rolling back.","state":"offered"}',NULL,'1795226555.500000','0mwprjbao-000c-M0GZY8KQDZ','nQb3zd1gKeZ2ccQR',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGFXZM2A1GMK2CCGKC','01M7XXBQV07DA4R7ZREQ6RHN69','follow_up:01M7XXEFQGZJB40F6HS5C2JM99','0mwprjbao-0009-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"text":"Alert on it","state":"soaking"}',NULL,'1795226555.500000','0mwprjbao-0009-M0GZY8KQDZ','ImygFKKmBUXqHk4D',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGH9M8P4T23MJHX0KB','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwprjbao-0000-M0GZY8KQDZ','U0ANA000001',1,'{"owner":"U0BEN000001"}',NULL,'1795226550.000000','0mwprjbao-0000-M0GZY8KQDZ','PcEq4PXNXyajkTI1',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGKEMVXAYS1P53RV6Q','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXEFQGT0XV0YNMSMNC020K','0mwprjbao-0004-M0GZY8KQDZ','U0ANA000001',1,'{"text":"First 5xx, in EU"}',NULL,'1795226554.400000','0mwprjbao-0004-M0GZY8KQDZ','--8VOEzE0F3ggVho',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGM47K51HKY94PCGKC','01M7XXBQV07DA4R7ZREQ6RHN69','incident','0mwprjbao-0002-M0GZY8KQDZ','U0ANA000001',1,'{"status":"fixing"}',NULL,'1795226552.200000','0mwprjbao-0002-M0GZY8KQDZ','U1f4WPHaB-JLilf7',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGQ171JM0RMT71QW6D','01M7XXBQV07DA4R7ZREQ6RHN69','participant:n-ee71b3a0f42ea211','0mwprjbao-000d-M0GZY8KQDZ','U0ANA000001',1,'{"person":"name:Dora","present":true}',NULL,'1795226555.500000','0mwprjbao-000d-M0GZY8KQDZ','LKc3YX1eoYOqMlca',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGRMR3DMGYCW57PRCV','01M7XXBQV07DA4R7ZREQ6RHN69','update:01M7XXEFQGSJKCJJWM5ZS1M0FM','0mwprjbao-0006-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"audience":"internal","form":"full","conditions":"EU fails","nextBy":1795230150000}',NULL,'1795226555.500000','0mwprjbao-0006-M0GZY8KQDZ','dsI1vxQlJHZ8w_On',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGVPGJ0YJ3MZQ63MA9','01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9','0mwprjbao-0000-QA9HWMFBS3','U0BEN000001',1,'{"status":"done","done":true}',NULL,'1795226550.000001','0mwprjbao-0000-QA9HWMFBS3','fD2QMGK2x-r2jZ5Q',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGXKKM6KZXEXD3FNSM','01M7XXBQV07DA4R7ZREQ6RHN69','decision:01M7XXEFQG4NDAX9171QA7RS03','0mwprjbao-0007-M0GZY8KQDZ','U0ANA000001',1,'{"added":true,"question":"What now?","options":["Roll back","Fix forward"]}',NULL,'1795226555.500000','0mwprjbao-0007-M0GZY8KQDZ','-DZoHlPp3lHN1zHu',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXEFQGZAF08Y45JK1MY46D','01M7XXBQV07DA4R7ZREQ6RHN69','line:note.01M7XXEFQGT0XV0YNMSMNC020K','0mwprjbao-0005-M0GZY8KQDZ','U0ANA000001',1,'{"marker":"detection","about":"First 5xx, in EU"}',NULL,'1795226555.500000','0mwprjbao-0005-M0GZY8KQDZ','aPV32opCimZBcmwm',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XG1HZG7ED4CFT2XYSA','01M7XXJ4XG3Y2RZFFTP842K8EA','role:lead','0mwprlvw0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,'1795226671.100000','0mwprlvw0-0001-M0GZY8KQDZ','epEkTmOTz78rYJJB',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7XXJ4XGFSWAQRXMYPGBPNB3','01M7XXJ4XG3Y2RZFFTP842K8EA','incident','0mwprlvw0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-6HJK","name":"Webhooks late","severity":"minor","severityAssumed":true,"status":"triage","private":false}',NULL,'1795226670.000001','0mwprlvw0-0000-M0GZY8KQDZ','Gq6bNAfROISbYoJG',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HG82TD7ZVK6A20C3SS','01M7XXJ4XG3Y2RZFFTP842K8EA','incident','0mwptr1o0-0001-M0GZY8KQDZ','U0ANA000001',1,'{"status":"resolved"}',NULL,'1795230271.100000','0mwptr1o0-0001-M0GZY8KQDZ','Cq9hl0u0j4NxZI57',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y100HGDT3SDFT53EETWPF2','01M7XXJ4XG3Y2RZFFTP842K8EA','incident','0mwptr1o0-0000-M0GZY8KQDZ','U0ANA000001',1,'{"name":"Webhooks 20 minutes late"}',NULL,'1795230270.000000','0mwptr1o0-0000-M0GZY8KQDZ','eb8k6CWsMHTMM-lq',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y11V4GSV030MWZRQ39V0Q2','01M7Y11V4GA9EKFHR3HBRY4YNA','incident','0mwptsbyo-0000-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-N22K","name":"Leaked \"key\" in a log; it’s Bob’s","severity":"critical","status":"triage","private":true}',NULL,'1795230330.000001','0mwptsbyo-0000-M0GZY8KQDZ','uqzugB8Gc0Izl6OT',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRA5EGHEQPZWNJ6WFW','01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR33MWS3EEZNYPBTGF','0mwpttq48-0000-M0GZY8KQDZ','U0ANA000001',1,'{"kind":"note","text":"Slack is down."}',NULL,NULL,'0mwpttq48-0000-M0GZY8KQDZ','V9txheD-C9vQwm3b',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRA9W7P5MMRB2HVV1B','01M7Y13TKRAJX06V5D77JA752F','incident','0mwpttq48-0001-M0GZY8KQDZ','U0ANA000001',1,'{"code":"INC-5HQP","name":"Declared while cut off","severity":"minor","severityAssumed":true,"status":"triage","private":false}',NULL,NULL,'0mwpttq48-0001-M0GZY8KQDZ','r7qRuER8geYuNBzj',0);
INSERT INTO "op" ("id", "incident", "entity", "at", "author", "v", "fields", "extra", "slack_ts", "stamp", "hash", "cancelled") VALUES ('01M7Y13TKRMGXJH48HNE3HZ975','01M7Y13TKRAJX06V5D77JA752F','role:lead','0mwpttq48-0002-M0GZY8KQDZ','U0ANA000001',1,'{"person":"U0ANA000001"}',NULL,NULL,'0mwpttq48-0002-M0GZY8KQDZ','XLmYNogJHgtWlXLG',0);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (26,'01M7Y13TKRA5EGHEQPZWNJ6WFW','01M7XXBQV07DA4R7ZREQ6RHN69','U0ANA000001','unknown',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (27,'01M7Y13TKRA9W7P5MMRB2HVV1B','01M7Y13TKRAJX06V5D77JA752F','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "outbox" ("seq", "op", "incident", "account", "state", "queued_at", "reason", "hint") VALUES (28,'01M7Y13TKRMGXJH48HNE3HZ975','01M7Y13TKRAJX06V5D77JA752F','U0ANA000001','queued',1795230395000,NULL,NULL);
INSERT INTO "participant" ("incident", "id", "person", "present") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','n-ee71b3a0f42ea211','name:Dora',1);
INSERT INTO "role" ("incident", "role", "person", "name", "deleted") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','01M7XXEFQGPAFGBPA94QDW7VJT','name:Cleo','Database',0);
INSERT INTO "role" ("incident", "role", "person", "name", "deleted") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','lead','U0BEN000001',NULL,0);
INSERT INTO "role" ("incident", "role", "person", "name", "deleted") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','lead','U0ANA000001',NULL,0);
INSERT INTO "role" ("incident", "role", "person", "name", "deleted") VALUES ('01M7Y13TKRAJX06V5D77JA752F','lead','U0ANA000001',NULL,0);
INSERT INTO "setting" ("key", "value") VALUES ('device','"M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('incident.fields','{"01M7XXEFQGS1AKMX2XVNM1C6W2":{"name":"Region","type":"select","options":["EU"],"retired":false,"at":1795226550000}}');
INSERT INTO "setting" ("key", "value") VALUES ('log.clock','"0mwpttq48-0002-M0GZY8KQDZ"');
INSERT INTO "setting" ("key", "value") VALUES ('news.since','{"U0ANA000001":1795226401000}');
INSERT INTO "setting" ("key", "value") VALUES ('session','1');
INSERT INTO "setting" ("key", "value") VALUES ('slack.account','{"team":"T0ACME00001","teamName":"Acme","teamUrl":"https://acme.slack.com/","user":"U0ANA000001","userName":"ana","bot":false}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.announcements','{"name":"incidents","id":"C7U5TQO9X4M","readTo":"1795226672.200000","problem":null}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.carriers','{"T0ACME00001 person":{"carrier":"metadata","proved":true,"at":1795226460000}}');
INSERT INTO "setting" ("key", "value") VALUES ('slack.team','{"id":"T0ACME00001","name":"Acme"}');
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('C8SYHWL437M','01M7XXJ4XG1HZG7ED4CFT2XYSA','1795226671.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('C8SYHWL437M','01M7XXJ4XGFSWAQRXMYPGBPNB3','1795226670.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('C8SYHWL437M','01M7Y100HG82TD7ZVK6A20C3SS','1795230271.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('C8SYHWL437M','01M7Y100HGDT3SDFT53EETWPF2','1795230270.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01K0000000000000000000000Z','1795226550.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV03C5Z4YN5PXGW9V13','1795226461.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXBQV0XTXPXYN9CPZ7VK18','1795226460.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G0HB86YPKM6DXVSEA','1795226491.100001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4G2YETXR1N6GZ2Z0SY','1795226490.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GV83VQAZ050VYZ8S6','1795226490.000002',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXCN4GW9T47CS12A5YX869','1795226491.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQG3V0ZZ28RCG1N532X','1795226551.100000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQG7HS7ZYM0B6E1AY4H','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQG847HAH1H6C1FGMYB','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGA3QXPBGCNC39Z2ZP','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGBBGVBHW2TRMAEGFM','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGC2RFVNHG0CN23BJH','1795226553.300000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGD635BH2R4VYC9WN6','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGETVZWRAWR8BM2MJF','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGFXZM2A1GMK2CCGKC','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGH9M8P4T23MJHX0KB','1795226550.000000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGKEMVXAYS1P53RV6Q','1795226554.400000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGM47K51HKY94PCGKC','1795226552.200000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGQ171JM0RMT71QW6D','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGRMR3DMGYCW57PRCV','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGVPGJ0YJ3MZQ63MA9','1795226550.000001',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGXKKM6KZXEXD3FNSM','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CPLAXAQNDJW','01M7XXEFQGZAF08Y45JK1MY46D','1795226555.500000',1,1);
INSERT INTO "slack_carrier" ("channel", "op", "ts", "part", "parts") VALUES ('CQW61DNR8ZB','01M7Y11V4GSV030MWZRQ39V0Q2','1795230330.000001',1,1);
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','CPLAXAQNDJW','inc-4qj4-checkout-errors-in-eu','▲ Major · Fixing · Lead: Ben · INC-4QJ4 Checkout errors in EU','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226461.630000','1795226555.588000','1795226555.588000');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','C8SYHWL437M','inc-6hjk-webhooks-late','▬ Minor · Resolved · Lead: Ana · INC-6HJK Webhooks 20 minutes late','done',0,NULL,NULL,NULL,1,'C7U5TQO9X4M','1795226672.200000','1795230272.200000','1795230272.200000');
INSERT INTO "slack_channel" ("incident", "channel", "name", "topic", "announce", "topic_due", "refusal", "refusal_hint", "head", "backfill", "root_channel", "root_ts", "reply_seen", "reply_read") VALUES ('01M7Y11V4GA9EKFHR3HBRY4YNA','CQW61DNR8ZB','inc-n22k-leaked-key-in-a-log-it-s-bob-s','◆ Critical · Triage · No lead · INC-N22K Leaked "key" in a log; it’s Bob’s','done',0,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (1,'CPLAXAQNDJW','1795226460.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kBY2iHLA4u','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (2,'CPLAXAQNDJW','1795226460.000001','U0ANA000001','',0,'AkcfSrengoRvGKlsbMke-nlpQEsA1z7k','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (3,'CPLAXAQNDJW','1795226461.100000','U0ANA000001','',0,'ktfb-s2mGL4VoHjLKjTflCdT09LgPmSY','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (4,'CPLAXAQNDJW','1795226462.730000','U0ANA000001','',0,'9KYI0A_M1PT8Y8T4wDD3FpY-ndvZFIjl','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (5,'CPLAXAQNDJW','1795226490.000000','U0BEN000001','5xx from <https://eu-west.example.com|eu-west> only &amp; &lt;b&gt;',0,'0IiUX02KusTnHsaqGFnH6nli_Y7Lg5ot','message',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (6,'CPLAXAQNDJW','1795226490.000001','U0BEN000001','',0,'V_pKIINfVhpq6r8orv8d_mb_by2E3NbF','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (7,'CPLAXAQNDJW','1795226490.000002','U0ANA000001','',0,'jqx7Lche--kJk-_Hz7Q7PY9uxnIAincg','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (8,'CPLAXAQNDJW','1795226491.100000','U0ANA000001','',0,'qKFqjnjHT2nAEZBRncFQWoGNbPYL742S','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (9,'CPLAXAQNDJW','1795226491.100001','U0BEN000001','',0,'0kGmqdpaFNAlSTG3-vasrAEonRxDBxc2','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (10,'CPLAXAQNDJW','1795226492.227000','U0BEN000001','',0,'Qv5yVtLJmG8IlLEs_cZmlRH0IraNXub_','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (11,'CPLAXAQNDJW','1795226550.000000','U0ANA000001','',0,'Cl-af6f8CU9W0xElBsb3B4ZXCrOqCc8t','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (12,'CPLAXAQNDJW','1795226550.000001','U0BEN000001','',0,'nYd6GWGTyrnPTHXXtJIxKbEPG6CD0iQj','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (13,'CPLAXAQNDJW','1795226550.000002','U0BEN000001','',0,'83id8aJtT38W87n383WkuFQHTVvsi0VV','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (14,'CPLAXAQNDJW','1795226551.100000','U0ANA000001','',0,'7o4gcIm9C_ohoOelmqNQPoTZws4nVrkj','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (15,'CPLAXAQNDJW','1795226552.200000','U0ANA000001','',0,'08_10yMVd1EacMfQzKvrpPDVGBbEgg10','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (16,'CPLAXAQNDJW','1795226553.300000','U0ANA000001','',0,'zFa1IeTOrNJgUyH5Wl1NyOjQ3XZKOA9O','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (17,'CPLAXAQNDJW','1795226554.400000','U0ANA000001','',0,'bftqGi2d9gJpelzH2Ivmmz_DoGTeQtSE','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (18,'CPLAXAQNDJW','1795226555.500000','U0ANA000001','',0,'Z6gOCOIoqYDYx0hl4iPTeY2p83P_OQDm','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (19,'CPLAXAQNDJW','1795226556.688000','U0ANA000001','',0,'Dn4dotWScEO_jHZIp_1DI7XktnnNMjLM','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (20,'C8SYHWL437M','1795226670.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kBPN5778-F','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (21,'C8SYHWL437M','1795226670.000001','U0ANA000001','',0,'GQM0T0yqhgG0D8CeiFq6na5gnnLImoYJ','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (22,'C8SYHWL437M','1795226671.100000','U0ANA000001','',0,'LPlz8EQI8eqo2UkWbERAgughk8UFw_kX','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (23,'C8SYHWL437M','1795226673.300000','U0ANA000001','',0,'34_Fh9b8_3E1lwPo4xG1GxMvpa-JFHzl','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (24,'C8SYHWL437M','1795230270.000000','U0ANA000001','',0,'xvweb3l7-nK2-9yDcBbFIiKfcfPzmg-K','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (25,'C8SYHWL437M','1795230271.100000','U0ANA000001','',0,'1JoObnpTNbupGhaKXPkvxXw-EbrpMccm','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (26,'C8SYHWL437M','1795230273.300000','U0ANA000001','',0,'I7PjV5kKfzmu6rJjMQhEa2ISfFOGnE-R','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (27,'CQW61DNR8ZB','1795230330.000000','U0ANA000001','',0,'1lwA0VED2rGfXZbd-qWOk9kB3H_-hotp','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (28,'CQW61DNR8ZB','1795230330.000001','U0ANA000001','',0,'4hAiN0vU_tyOp7W55LZtqNe_u79fCcnP','ops',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_message" ("id", "channel", "ts", "author", "text", "edited", "hash", "kind", "thread", "broadcast", "version", "first_text", "first_version", "reactions", "files", "pinned", "missed", "gone") VALUES (29,'CQW61DNR8ZB','1795230330.626000','U0ANA000001','',0,'LJ_hldiYMnuMs6miE6JppLI6AZFd2p8O','notice',NULL,0,'',NULL,NULL,'[]','[]',0,0,0);
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('C8SYHWL437M','0','1795230273.300000');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CPLAXAQNDJW','0','1795226556.688000');
INSERT INTO "slack_range" ("channel", "oldest", "newest") VALUES ('CQW61DNR8ZB','0','1795230330.626000');
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('C8SYHWL437M',NULL,0,1795230270454);
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('CPLAXAQNDJW',NULL,0,1795230393269);
INSERT INTO "slack_sweep" ("channel", "below", "walking", "through_at") VALUES ('CQW61DNR8ZB',NULL,0,1795230333750);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0ANA000001','Ana',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BEN000001','Ben',1);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('U0BOT000001','quarterdeck',0);
INSERT INTO "slack_user" ("id", "name", "listed") VALUES ('USLACKBOT','Slackbot',0);
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mhsvfk00-0000-ZZZZZZZZZZ','change','01K0000000000000000000000Z');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwppe5io-0000-M0GZY8KQDZ','note','01M7XXEFQGT0XV0YNMSMNC020K');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0000-M0GZY8KQDZ','change','01M7XXBQV0XTXPXYN9CPZ7VK18');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprhduo-0001-M0GZY8KQDZ','change','01M7XXBQV03C5Z4YN5PXGW9V13');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-M0GZY8KQDZ','change','01M7XXCN4GV83VQAZ050VYZ8S6');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-QA9HWMFBS3','change','01M7XXCN4G2YETXR1N6GZ2Z0SY');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0000-ZZZZZZZZZZ','message','1795226490.000000');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-M0GZY8KQDZ','change','01M7XXCN4GW9T47CS12A5YX869');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpri100-0001-QA9HWMFBS3','note','01M7XXCN4GY0BEXWAHTV1GMTZP');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-M0GZY8KQDZ','change','01M7XXEFQGH9M8P4T23MJHX0KB');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0000-QA9HWMFBS3','change','01M7XXEFQGVPGJ0YJ3MZQ63MA9');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0001-M0GZY8KQDZ','change','01M7XXEFQG3V0ZZ28RCG1N532X');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0002-M0GZY8KQDZ','change','01M7XXEFQGM47K51HKY94PCGKC');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0006-M0GZY8KQDZ','change','01M7XXEFQGRMR3DMGYCW57PRCV');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0007-M0GZY8KQDZ','change','01M7XXEFQGXKKM6KZXEXD3FNSM');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0008-M0GZY8KQDZ','change','01M7XXEFQG847HAH1H6C1FGMYB');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-0009-M0GZY8KQDZ','change','01M7XXEFQGFXZM2A1GMK2CCGKC');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000a-M0GZY8KQDZ','change','01M7XXEFQGBBGVBHW2TRMAEGFM');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000b-M0GZY8KQDZ','change','01M7XXEFQGA3QXPBGCNC39Z2ZP');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000c-M0GZY8KQDZ','change','01M7XXEFQGETVZWRAWR8BM2MJF');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000d-M0GZY8KQDZ','change','01M7XXEFQGQ171JM0RMT71QW6D');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000e-M0GZY8KQDZ','change','01M7XXEFQGD635BH2R4VYC9WN6');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwprjbao-000f-M0GZY8KQDZ','change','01M7XXEFQG7HS7ZYM0B6E1AY4H');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXBQV07DA4R7ZREQ6RHN69','0mwpttq48-0000-M0GZY8KQDZ','note','01M7Y13TKR33MWS3EEZNYPBTGF');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','0mwprlvw0-0000-M0GZY8KQDZ','change','01M7XXJ4XGFSWAQRXMYPGBPNB3');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','0mwprlvw0-0001-M0GZY8KQDZ','change','01M7XXJ4XG1HZG7ED4CFT2XYSA');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','0mwptr1o0-0000-M0GZY8KQDZ','change','01M7Y100HGDT3SDFT53EETWPF2');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7XXJ4XG3Y2RZFFTP842K8EA','0mwptr1o0-0001-M0GZY8KQDZ','change','01M7Y100HG82TD7ZVK6A20C3SS');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y11V4GA9EKFHR3HBRY4YNA','0mwptsbyo-0000-M0GZY8KQDZ','change','01M7Y11V4GSV030MWZRQ39V0Q2');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKRAJX06V5D77JA752F','0mwpttq48-0001-M0GZY8KQDZ','change','01M7Y13TKRA9W7P5MMRB2HVV1B');
INSERT INTO "timeline" ("incident", "position", "kind", "ref") VALUES ('01M7Y13TKRAJX06V5D77JA752F','0mwpttq48-0002-M0GZY8KQDZ','change','01M7Y13TKRMGXJH48HNE3HZ975');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (1,'01M7XXBQV07DA4R7ZREQ6RHN69','incident',1795226460000,'INC-4QJ4
Checkout errors in EU');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (2,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GGG3MN9243AHM49W9',1795226490000,'Roll back ''41f2''');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (3,'01M7XXBQV07DA4R7ZREQ6RHN69','action:01M7XXCN4GC7NMVX9W9HD437SS',1795226490000,'Tell
support');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (4,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXCN4GY0BEXWAHTV1GMTZP',1795226490000,'Seit 02:00 — ¿qué? 日本 🔥');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (5,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7XXEFQGT0XV0YNMSMNC020K',1795226550000,'First 5xx, in EU');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (6,'01M7XXBQV07DA4R7ZREQ6RHN69','update:01M7XXEFQGSJKCJJWM5ZS1M0FM',1795226550000,'EU fails');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (7,'01M7XXBQV07DA4R7ZREQ6RHN69','decision:01M7XXEFQG4NDAX9171QA7RS03',1795226550000,'What now?
Roll back
Fix forward');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (8,'01M7XXBQV07DA4R7ZREQ6RHN69','hypothesis:01M7XXEFQGHH5DXS9SEG07E1XB',1795226550000,'Cold cache');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (9,'01M7XXBQV07DA4R7ZREQ6RHN69','follow_up:01M7XXEFQGZJB40F6HS5C2JM99',1795226550000,'Alert on it');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (10,'01M7XXBQV07DA4R7ZREQ6RHN69','link:01M7XXEFQG515KTRCVTB1X80FS',1795226550000,'Errors
https://grafana.example.com/d/1');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (11,'01M7XXJ4XG3Y2RZFFTP842K8EA','incident',1795226670000,'INC-6HJK
Webhooks 20 minutes late');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (12,'01M7Y11V4GA9EKFHR3HBRY4YNA','incident',1795230330000,'INC-N22K
Leaked "key" in a log; it’s Bob’s');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (13,'01M7XXBQV07DA4R7ZREQ6RHN69','entry:01M7Y13TKR33MWS3EEZNYPBTGF',1795230395000,'Slack is down.');
INSERT INTO "written" ("id", "incident", "entity", "at", "text") VALUES (14,'01M7Y13TKRAJX06V5D77JA752F','incident',1795230395000,'INC-5HQP
Declared while cut off');
DELETE FROM "written_search_config";
INSERT INTO "written_search_config" ("k", "v") VALUES ('version',4);
DELETE FROM "written_search_data";
INSERT INTO "written_search_data" ("id", "block") VALUES (1,X'0E42');
INSERT INTO "written_search_data" ("id", "block") VALUES (10,X'0000000002011000000001110101');
INSERT INTO "written_search_data" ("id", "block") VALUES (2336462209025,X'000001ED033030300402040201320402030101310A0208010232300B02050104343166320202040203716A340102030104356871700E020302027878050303010436686A6B0B03030101610C020702046C65727409020201046261636B02020305020502026F620C020B0105636163686508020302076865636B6F757401020402036F6C6408020203016D0A0206020275740E02060101640A0207020765636C617265640E020402036F776E0D020401066572726F7273010205090202020175010207040205010202020678616D706C650A020501056661696C7306020302046972737405030203017807020602066F7277617264070207010767726166616E610A0204010568747470730A02030102696E0102060402040702060301630102020A03020102020202020201730D020302017409020403020901036B65790C020501046C6174650B0307020565616B65640C020402026F670C020801076D696E757465730B020601046E32326B0C020302026F7707020301036F66660E020702016E09020301037175650402050104726F6C6C0202020502040101730C040A04020365697404020202046C61636B0D020202067570706F7274030203010474656C6C0302020108776562686F6F6B730B030402036861740702020303696C650E02050106E697A5E69CAC0402060407060607090809070906090C070A0C080607060C080E0C0B0A09060B0C0A0D0F060908090A070C09070806080C0708090B090D0808');
DELETE FROM "written_search_docsize";
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (1,X'06');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (2,X'03');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (3,X'02');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (4,X'05');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (5,X'04');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (6,X'02');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (7,X'06');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (8,X'02');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (9,X'03');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (10,X'07');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (11,X'06');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (12,X'0B');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (13,X'03');
INSERT INTO "written_search_docsize" ("id", "sz") VALUES (14,X'06');
DELETE FROM "written_search_idx";
INSERT INTO "written_search_idx" ("segid", "term", "pgno") VALUES (17,X'',2);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('outbox',28);
CREATE INDEX custom_field_by_id ON custom_field (id, added_at);
CREATE INDEX entry_by_message ON entry (incident, ts) WHERE ts IS NOT NULL;
CREATE INDEX entry_image_claim ON entry_image (incident, claim);
CREATE INDEX entry_image_hash ON entry_image (hash);
CREATE INDEX headline_by_incident ON headline (incident, op);
CREATE INDEX held_op_by_lane ON held_op (incident);
CREATE INDEX incident_update_by_time ON incident_update (incident, audience, added_at, id);
CREATE INDEX op_by_author ON op (incident, author) WHERE cancelled = 0;
CREATE INDEX op_by_entity ON op (incident, entity, stamp, id);
CREATE INDEX op_cancelled ON op (id) WHERE cancelled = 1;
CREATE INDEX outbox_by_lane ON outbox (incident, seq);
CREATE INDEX post_mortem_writing_of ON post_mortem_writing (incident, seq);
CREATE INDEX slack_doubtful ON slack_message (channel, ts) WHERE missed > 0 AND gone = 0;
CREATE INDEX slack_file_claim ON slack_file (channel, claim) WHERE claim IS NOT NULL;
CREATE INDEX slack_file_claimed_in ON slack_file (ts) WHERE claim IS NOT NULL;
CREATE INDEX slack_file_hash ON slack_file (hash) WHERE hash IS NOT NULL;
CREATE INDEX slack_file_kept ON slack_file (used_at) WHERE state = 'kept';
CREATE INDEX slack_file_wanted ON slack_file (channel, ts) WHERE state = 'wanted';
CREATE INDEX slack_message_by_author ON slack_message (channel, author)
      WHERE kind = 'message';
CREATE INDEX slack_message_noted ON slack_message (channel, ts)
      WHERE pinned = 1 OR reactions <> '[]';
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
