BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE answer (
	id TEXT NOT NULL, 
	assessment_id TEXT NOT NULL, 
	question TEXT NOT NULL, 
	value TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	answered_on TEXT, 
	verdict TEXT, 
	verdict_comment TEXT NOT NULL, 
	reviewed_by TEXT NOT NULL, 
	reviewed_on TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id)
);
CREATE TABLE assessment (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	questionnaire TEXT NOT NULL, 
	version TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	token TEXT NOT NULL, 
	reviewer TEXT NOT NULL, 
	started_on TEXT, 
	sent_on TEXT, 
	due_on TEXT, 
	received_on TEXT, 
	finished_on TEXT, 
	last_file_sha256 TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_assessment PRIMARY KEY (id)
);
CREATE TABLE change (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	planned_on TEXT NOT NULL, 
	replaces_id TEXT NOT NULL, 
	regions TEXT NOT NULL, 
	state TEXT NOT NULL, 
	text TEXT NOT NULL, 
	text_approved_by TEXT NOT NULL, 
	text_approved_on TEXT, 
	owner TEXT NOT NULL, 
	created_on TEXT, 
	published_on TEXT, 
	live_on TEXT, 
	row_version INTEGER NOT NULL, emergency_until TEXT, emergency_why TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id)
);
INSERT INTO "change" VALUES('00000005-0000-7000-8000-000000000000','2026-01','ADD','00000003-0000-7000-8000-000000000000','2027-02-02','','[]','RUNNING','{}','Ana Novak','2026-11-23','Ana Novak','2026-11-23',NULL,NULL,4,NULL,'');
CREATE TABLE clause_check (
	id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	item TEXT NOT NULL, 
	result TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	note TEXT NOT NULL, 
	reviewed_by TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_clause_check PRIMARY KEY (id)
);
CREATE TABLE contact (
	id TEXT NOT NULL, 
	vendor_id TEXT NOT NULL, 
	customer_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	function TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id)
);
CREATE TABLE customer (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	account_id TEXT NOT NULL, 
	active BOOLEAN NOT NULL, 
	data_centre TEXT NOT NULL, 
	region_lock BOOLEAN NOT NULL, 
	services TEXT NOT NULL, 
	language TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	salutation TEXT NOT NULL, 
	address TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	CONSTRAINT pk_customer PRIMARY KEY (id)
);
INSERT INTO "customer" VALUES('c1','Alder','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@alder.example','','',1,'alder
','alderalder');
INSERT INTO "customer" VALUES('c2','Birch','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@birch.example','','',1,'birch
','birchbirch');
INSERT INTO "customer" VALUES('c3','Cedar','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@cedar.example','','',1,'cedar
','cedarcedar');
INSERT INTO "customer" VALUES('c4','Dogwood','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@dogwood.example','','',1,'dogwood
','dogwooddogwood');
INSERT INTO "customer" VALUES('c9','Yew','',0,'',0,'[]','en','UTC','','','',1,'yew
','yewyew');
CREATE TABLE data_centre (
	id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_data_centre PRIMARY KEY (id)
);
INSERT INTO "data_centre" VALUES('dc-eu','EU','{"en":"Europe"}',1);
CREATE TABLE decision (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	decided_on TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	confirmed_by TEXT NOT NULL, 
	confirmed_on TEXT, 
	assessment_id TEXT NOT NULL, 
	conditions TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	residual FLOAT, 
	dpo_opinion TEXT NOT NULL, 
	dpo_text TEXT NOT NULL, 
	dpo_on TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id)
);
CREATE TABLE document (
	id TEXT NOT NULL, 
	vendor_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	covers_vendor BOOLEAN, 
	covers_service BOOLEAN, 
	covers_sites BOOLEAN, 
	issuer TEXT NOT NULL, 
	number TEXT NOT NULL, 
	edition TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	criteria TEXT NOT NULL, 
	opinion TEXT NOT NULL, 
	recorded_status TEXT NOT NULL, 
	depends_on TEXT NOT NULL, 
	issued_on TEXT, 
	period_start TEXT, 
	period_end TEXT, 
	next_report_confirmed BOOLEAN NOT NULL, 
	acceptance TEXT NOT NULL, 
	verified_how TEXT NOT NULL, 
	verified_on TEXT, 
	file_name TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	CONSTRAINT pk_document PRIMARY KEY (id)
);
CREATE TABLE draft (
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY ("key")
);
CREATE TABLE engagement (
	id TEXT NOT NULL, 
	vendor_id TEXT NOT NULL, 
	service_id TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	role TEXT NOT NULL, 
	role_rationale TEXT NOT NULL, 
	role_reviewed_by TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	requested_by TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	data_categories TEXT NOT NULL, 
	data_flags TEXT NOT NULL, 
	data_note TEXT NOT NULL, 
	factor_data INTEGER, 
	factor_volume INTEGER, 
	factor_criticality INTEGER, 
	factor_substitutability INTEGER, 
	factor_access INTEGER, 
	factor_territory INTEGER, 
	factor_chain INTEGER, 
	factor_history INTEGER, 
	tier_override INTEGER, 
	tier_reason TEXT NOT NULL, 
	critical_function BOOLEAN NOT NULL, 
	reaches_locked BOOLEAN NOT NULL, 
	locked_exception TEXT NOT NULL, 
	fourth_parties_complete BOOLEAN NOT NULL, 
	planned_live TEXT, 
	live_since TEXT, 
	anchor TEXT, 
	cycles INTEGER NOT NULL, 
	closed_reason TEXT NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_engagement PRIMARY KEY (id)
);
INSERT INTO "engagement" VALUES('00000003-0000-7000-8000-000000000000','00000001-0000-7000-8000-000000000000','00000002-0000-7000-8000-000000000000','{"en":"Hosting of message logs"}','SUB_PROCESSOR','','','LIVE','REGISTERED','Ana Novak','Ana Novak','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',0,0,'',0,NULL,NULL,NULL,0,'',NULL,NULL,4);
INSERT INTO "engagement" VALUES('00000007-0000-7000-8000-000000000000','00000006-0000-7000-8000-000000000000','00000002-0000-7000-8000-000000000000','{"en":"Hosting of e-mail"}','SUB_PROCESSOR','','','DRAFT','REGISTERED','Ana Novak','','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',0,1,'',0,NULL,NULL,NULL,0,'',NULL,NULL,1);
CREATE TABLE finding (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	severity TEXT NOT NULL, 
	title TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	source TEXT NOT NULL, 
	assessment_id TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	state TEXT NOT NULL, 
	raised_on TEXT, 
	communicated_on TEXT, 
	due_on TEXT, 
	verified_on TEXT, 
	accepted_until TEXT, 
	accepted_by TEXT NOT NULL, 
	accepted_why TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	CONSTRAINT pk_finding PRIMARY KEY (id)
);
CREATE TABLE flow (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	exporter TEXT NOT NULL, 
	exporter_country TEXT NOT NULL, 
	importer TEXT NOT NULL, 
	importer_country TEXT NOT NULL, 
	regimes TEXT NOT NULL, 
	mechanism TEXT NOT NULL, 
	module INTEGER, 
	fallback TEXT NOT NULL, 
	annexes_complete BOOLEAN NOT NULL, 
	condition_met BOOLEAN NOT NULL, 
	checked_on TEXT, 
	next_due TEXT, 
	tia_outcome TEXT NOT NULL, 
	tia_made_on TEXT, 
	tia_valid_until TEXT, 
	ground TEXT NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_flow PRIMARY KEY (id)
);
CREATE TABLE fourth_party (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	country TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	mechanism TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_fourth_party PRIMARY KEY (id)
);
CREATE TABLE frozen_quarter (
	id TEXT NOT NULL, 
	quarter TEXT NOT NULL, 
	frozen_at TEXT NOT NULL, 
	figures TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	journal_sequence INTEGER NOT NULL, 
	comment TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_frozen_quarter PRIMARY KEY (id)
);
CREATE TABLE hand_check (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	guards TEXT NOT NULL, 
	confirmed_by TEXT NOT NULL, 
	confirmed_on TEXT NOT NULL, 
	why TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_hand_check PRIMARY KEY (id)
);
CREATE TABLE holiday (
	id TEXT NOT NULL, 
	place TEXT NOT NULL, 
	day TEXT NOT NULL, 
	name TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_holiday PRIMARY KEY (id)
);
CREATE TABLE holiday_year (
	id TEXT NOT NULL, 
	place TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	weekend TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_holiday_year PRIMARY KEY (id)
);
CREATE TABLE journal_change (
	sequence INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	salt TEXT, 
	digest TEXT NOT NULL, 
	erased_at TEXT, 
	erased_by TEXT, 
	CONSTRAINT pk_journal_change PRIMARY KEY (sequence, position)
);
INSERT INTO "journal_change" VALUES(1,0,'','',NULL,'{"setting":"country"}','00000000000000000000000000000000','19259fae07e4c4530dc256d1d0b479e405996c41f2e074cf558bae6b556f3d71',NULL,NULL);
INSERT INTO "journal_change" VALUES(1,1,'setting','country',NULL,'{"id":"country","value":"HR"}','00000000000000000000000000000001','e1fb825bb169abe8af70452ac198d7c97ad847c92be7031d49c3e97505749f0c',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,0,'','',NULL,'{"setting":"address"}','00000000000000000000000000000002','29ecf763998772483fbcb5840c80df84b9f33b5ce851d20931641b4f9de52db8',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,1,'setting','address',NULL,'{"id":"address","value":"Ulica 12, 10000 Zagreb"}','00000000000000000000000000000003','aad6329a457d4906e8ac8fc578459d2d202b21ac965ba5404b026e329ea66ad0',NULL,NULL);
INSERT INTO "journal_change" VALUES(3,0,'','',NULL,'{"setting":"contact"}','00000000000000000000000000000004','255ce72404de3ce9d03c6a9e20e3ea8ac0ece80691606df5678dd327f7d2d60f',NULL,NULL);
INSERT INTO "journal_change" VALUES(3,1,'setting','contact',NULL,'{"id":"contact","value":"privacy@telecom.example"}','00000000000000000000000000000005','ddab75cbe2d324c7005feb88112b9bf146e83e94aecd2138a3fe3714e7eff640',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,0,'','',NULL,'{"setting":"company"}','00000000000000000000000000000006','fc350d9c857f7480f08498ccdfc819abb7c81db8293f8a1ffbc549b1638832c2',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,1,'setting','company',NULL,'{"id":"company","value":"Example Telecom"}','00000000000000000000000000000007','2d1411d25cf788acd74a4ab025eca96f9c41b48d739b40c6a594a1a317a5d915',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,0,'','',NULL,'{"id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000008','9a6e37ee4fb25c5dca41f3eda0f2e4dc3509a691a1f34407f194fc8a0f7a72df',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,1,'service','00000002-0000-7000-8000-000000000000',NULL,'{"code":"SMS","id":"00000002-0000-7000-8000-000000000000","name":"{\"en\":\"SMS\"}","region_locked":false}','00000000000000000000000000000009','982ec7b75319ea0e194ccea45917dedea39ef99d7726a3ad9f8e868e3e5b5257',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,2,'vendor','00000001-0000-7000-8000-000000000000',NULL,'{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','0000000000000000000000000000000a','bb7bed1561e21b55dd1bbeb672049425af03d3d06f152961803a85477b27d4a4',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,3,'engagement','00000003-0000-7000-8000-000000000000',NULL,'{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":false,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000000b','d80d6f94404a08fcbe4685d52679c1dbaecf52860dbba3a9fc32a183add9723c',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,4,'location','00000004-0000-7000-8000-000000000000',NULL,'{"country":"BR","engagement_id":"00000003-0000-7000-8000-000000000000","entity":"","id":"00000004-0000-7000-8000-000000000000","kind":"STORAGE","place":"","purpose":"{}","valid_from":null,"valid_to":null}','0000000000000000000000000000000c','1e832df2078436bbdeb5a84ab76869620cc9001752ef89213722237e3e7feb7b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,0,'','',NULL,'{"fields":["stage"],"id":"00000003-0000-7000-8000-000000000000"}','0000000000000000000000000000000d','bc328d55e95d93658a389ebf5d9524dfce1bfa7ce1a584d4c33d532514b7d94b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":false,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":false,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000000e','968fcb5e43f71147876a7d2ba3612db7e3743630c081bd754917da24a675930e',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,0,'','',NULL,'{}','0000000000000000000000000000000f','1d4dd179cbdd55a4ab880065b5be69e035dc2587ca03082a73a9876fbaa0735d',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,1,'data_centre','dc-eu',NULL,'{"code":"EU","id":"dc-eu","name":"{\"en\":\"Europe\"}"}','00000000000000000000000000000010','0715f5c6cac90503f96d2248e9047ed79a3a512b57e8e701e08a680b6ac62fca',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,2,'customer','c1',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@alder.example","id":"c1","language":"en","name":"Alder","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','00000000000000000000000000000011','95fa14916dcba34dce4cd44781f7b48bb398a1cd4d9eb6ca8fae40c0684d3dbc',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,3,'customer','c2',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@birch.example","id":"c2","language":"en","name":"Birch","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','00000000000000000000000000000012','bd78109f7e62d951791b0377162f0e0a30f25687a6d8ce5e2ba28a261b9ae70b',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,4,'customer','c3',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@cedar.example","id":"c3","language":"en","name":"Cedar","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','00000000000000000000000000000013','297050d9a062812989226894896995f69a1e76c6c54f5c1573ba171ce95073a9',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,5,'customer','c4',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@dogwood.example","id":"c4","language":"en","name":"Dogwood","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','00000000000000000000000000000014','95ddf2f376ae8e7fe5585fd4b2c10fadae97247f0714c20f4066825ee29205d9',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,6,'terms','t1',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.1","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c1","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t1","notice_days":14,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000015','12449d57b45119037d49861ef7b75c656dd4e90200810258db9e2320cebe926b',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,7,'terms','t2',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.2","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c2","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t2","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000016','8c37b4216639670af4d16478a66326b6e1daa2573e94aec195639ac25cac102d',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,8,'terms','t3',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.3","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c3","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t3","notice_days":60,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000017','fd38017a15176ee532b32f58791a758483779b0cdef2fcd2632f7d825d2b9bae',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,9,'terms','t4',NULL,'{"assumed":false,"authorisation":"SPECIFIC","channel":"EMAIL","clause":"7.4","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c4","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t4","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000018','3fcc1b7e3a5aeb804fb485d72ceab04abfcc9b45e1cc851d5460cab7a4323a2a',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,10,'customer','c9',NULL,'{"account_id":"","active":false,"address":"","data_centre":"","email":"","id":"c9","language":"en","name":"Yew","region_lock":false,"salutation":"","services":"[]","zone":"UTC"}','00000000000000000000000000000019','c75749267c3254c9e35ef6790e70204eaccebdd44ed59e612a3fa92db8dd732a',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,0,'','',NULL,'{"engagement":"00000003-0000-7000-8000-000000000000"}','0000000000000000000000000000001a','6c7df29483f88c7420872424b85866e37365c133a5cd22c7c72c092843f3b503',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,1,'change','00000005-0000-7000-8000-000000000000',NULL,'{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','0000000000000000000000000000001b','2ae67ce57feb655dc63a2390861830b29b22beed173b415e1d4a6347a2040237',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,0,'','',NULL,'{"id":"00000006-0000-7000-8000-000000000000"}','0000000000000000000000000000001c','fde1482ad9d9b1e597580234d5fc86a7548a7c1b4b100f4da904b7b1b0a129fa',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,1,'vendor','00000006-0000-7000-8000-000000000000',NULL,'{"address":"","archived_on":null,"country":"DE","id":"00000006-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Sur Cloud","notes":"","owner":"","parent":"","parent_country":"","registration":"","website":""}','0000000000000000000000000000001d','243a6da72c2762fbd3c72aba636cec4a7f45e4c0ad0ba03995633d6065c41e68',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,2,'engagement','00000007-0000-7000-8000-000000000000',NULL,'{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000007-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of e-mail\"}","reaches_locked":true,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000006-0000-7000-8000-000000000000"}','0000000000000000000000000000001e','640accd5000209ea3b22b0d3ef349c125c9b573a2b55225bbdc608683101d420',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,3,'location','00000008-0000-7000-8000-000000000000',NULL,'{"country":"DE","engagement_id":"00000007-0000-7000-8000-000000000000","entity":"","id":"00000008-0000-7000-8000-000000000000","kind":"STORAGE","place":"","purpose":"{}","valid_from":null,"valid_to":null}','0000000000000000000000000000001f','52b45f0cea55479627abd3b3161c115c571d9fe091b49c7f051aa1fc88e3e9e4',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000020','7f97ecd77392c33c78959a0fabd0d01363d29de445f416a51489b186b22cf997',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,1,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000021','eab6c3563c67511c716f9dbc8ce4ab764a93c9839db12ac4fb827819d6edf365',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000022','149edac1d920c88b7e0e55f8c41df371e06fab7f18b3d79e7958c87dc01f0377',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,1,'notice','00000009-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0f4bae13786cf227c5d4b13d246470d227cd26e343bbdd5814bf7b424a68f77d","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','00000000000000000000000000000023','5f3568d4f238d2c1968a95581852487cc06505097cf7753b7ca5c44bc9252edb',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,2,'notice','00000010-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0c58931db6cb318a8df588ebcb5f487a3c644b9d56796787e761fd9c5b4e4762","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000010-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','00000000000000000000000000000024','ec065ed40527354275f6f42266acf66f9b85c22990d8cd3fa9a1c72cb2dada9f',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,3,'notice','00000011-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"1166d036b16a4e3b7882e36c99715a9e9bab79ade95dbd320e8fef0654718ef9","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000011-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','00000000000000000000000000000025','91977beea75f78bff87812c9c402edc7e3d33ab4a96e47506b35a90aa6fc198b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,4,'notice','00000012-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"f965f6705cbcfd93a4cd8b305de00f85d169660d29bdabc7451f8cfaf6e5fc00","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000012-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','00000000000000000000000000000026','3fee89f5ab6c1e4c1bd75512d4ab5cecdf52ec6fb18790d79cbe4a44b6cb1688',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000027','e293145031666c3ae56eab5a95288f7512a4e75926823883943b7792f56dccee',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,0,'','',NULL,'{"at":"2026-11-23T08:00:00+00:00","change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000028','a40eb231c552d2c4a6b1e96f801bef8c351e7e4bc95f27e3f853ce64bc216083',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,1,'notice','00000009-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0f4bae13786cf227c5d4b13d246470d227cd26e343bbdd5814bf7b424a68f77d","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0f4bae13786cf227c5d4b13d246470d227cd26e343bbdd5814bf7b424a68f77d","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','00000000000000000000000000000029','fa343305c7a16617ee84df89fa752545848267e4ff98fbcdad52b37d32803a36',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,2,'notice','00000010-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0c58931db6cb318a8df588ebcb5f487a3c644b9d56796787e761fd9c5b4e4762","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000010-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"0c58931db6cb318a8df588ebcb5f487a3c644b9d56796787e761fd9c5b4e4762","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000010-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','0000000000000000000000000000002a','484dda16a1d295a10faa35d5a85a26ee9c406eb22d853d65ba6a28bdc223a94e',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,3,'notice','00000011-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"1166d036b16a4e3b7882e36c99715a9e9bab79ade95dbd320e8fef0654718ef9","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000011-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"1166d036b16a4e3b7882e36c99715a9e9bab79ade95dbd320e8fef0654718ef9","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000011-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','0000000000000000000000000000002b','dcd1aa432940f606a7936a5678eb37ce8b5f5ee421285f3a451c02610089461f',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,4,'notice','00000012-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"f965f6705cbcfd93a4cd8b305de00f85d169660d29bdabc7451f8cfaf6e5fc00","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000012-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"f965f6705cbcfd93a4cd8b305de00f85d169660d29bdabc7451f8cfaf6e5fc00","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000012-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','0000000000000000000000000000002c','843c00a6cc708d538ccc7bf0793721b454d12e40ee24eb1c31c95539405b49a7',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"RUNNING","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','0000000000000000000000000000002d','b9dd397899755f1782a0c2b205c346b01c7aba84f1c8254e95d142fa90cd85e7',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000","customer":"c4"}','0000000000000000000000000000002e','3589751b06d68aaf7b8a9ce8e920d40f66777b94b0528623b8f08ce10ebc51c1',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,1,'objection','00000013-0000-7000-8000-000000000000',NULL,'{"change_id":"00000005-0000-7000-8000-000000000000","closed_on":null,"customer_id":"c4","ground":"","id":"00000013-0000-7000-8000-000000000000","outcome_note":"","received_at":"2026-11-23T08:00:00.000000Z","state":"RECEIVED","text":"We object."}','0000000000000000000000000000002f','7f6264ff69c9eb52068bfba8d6fd7b51c56de5ba1741b52bd64c2692f932e6a7',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,0,'','',NULL,'{"fields":["reaches_locked"],"id":"00000003-0000-7000-8000-000000000000"}','00000000000000000000000000000030','196f719869fb0e9c7515461b8e74532d4b08cc3c939766347e1ca36cb3a84cdd',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":false,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":true,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000031','35d0554c1cf095e2c7024faa08b59fe6a93f0c821685806f470f33a075757408',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,0,'','',NULL,'{"fields":["owner","reaches_locked"],"id":"00000003-0000-7000-8000-000000000000"}','00000000000000000000000000000032','5578796dc942dcd8b9b026b80d189c3ebe0cfe447ccd9a88325a56f2376db240',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":true,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"Ana Novak","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":false,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000033','e952fcda8447bc0746d57f93063a1d442cdf3126d2a63a5a10b960ccd1e692f5',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,0,'','',NULL,'{"fields":["owner"],"id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000034','9b86d87dc99e9168d4d8973cc1d4106c9d5a5a82a3362c01e5077528f5b81e38',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,1,'vendor','00000001-0000-7000-8000-000000000000','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Mira Horvat","parent":"","parent_country":"","registration":"","website":""}','00000000000000000000000000000035','db5579fa6f1fe4df48147873091df92c50f03ecbd8a36457c92f4cf750cf83c5',NULL,NULL);
CREATE TABLE journal_entry (
	sequence INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	action TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	target INTEGER, 
	wall TEXT NOT NULL, 
	revision TEXT NOT NULL, 
	changes INTEGER NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_entry PRIMARY KEY (sequence)
);
INSERT INTO "journal_entry" VALUES(1,'2026-11-23T09:00:01.000000Z','Ana Novak','setting.edit','do',NULL,'','0005',2,'0000000000000000000000000000000000000000000000000000000000000000','f7bc88b8282e34dd6abbb83d73c61ef02f621035a7435de7f222d6bba29db6d7');
INSERT INTO "journal_entry" VALUES(2,'2026-11-23T09:00:02.000000Z','Ana Novak','setting.edit','do',NULL,'','0005',2,'f7bc88b8282e34dd6abbb83d73c61ef02f621035a7435de7f222d6bba29db6d7','8e5a814caaba71b2b6f8b139a3c23852e090dfafc40577ec862daa5fd639bad9');
INSERT INTO "journal_entry" VALUES(3,'2026-11-23T09:00:03.000000Z','Ana Novak','setting.edit','do',NULL,'','0005',2,'8e5a814caaba71b2b6f8b139a3c23852e090dfafc40577ec862daa5fd639bad9','e37bc521c0af768dfbc71463f94251fbeb1a92f0003239d330635dd73939882d');
INSERT INTO "journal_entry" VALUES(4,'2026-11-23T09:00:04.000000Z','Ana Novak','setting.edit','do',NULL,'','0005',2,'e37bc521c0af768dfbc71463f94251fbeb1a92f0003239d330635dd73939882d','9c5bbe718b24c3ee05b6270f76614c834f15cab932c96b82410ba19a2d4d7949');
INSERT INTO "journal_entry" VALUES(5,'2026-11-23T09:00:05.000000Z','Ana Novak','vendor.add','do',NULL,'','0005',5,'9c5bbe718b24c3ee05b6270f76614c834f15cab932c96b82410ba19a2d4d7949','601ad3f8eae299a01a1964a32736aadb0c11990579b454fa5dbbdc0ea114f880');
INSERT INTO "journal_entry" VALUES(6,'2026-11-23T09:00:06.000000Z','Ana Novak','engagement.edit','do',NULL,'','0005',2,'601ad3f8eae299a01a1964a32736aadb0c11990579b454fa5dbbdc0ea114f880','bf91f1c6ac53192c1f1f244d2f5634f45b021370b9dfd23df99cb6e9ee9b1363');
INSERT INTO "journal_entry" VALUES(7,'2026-11-23T09:00:07.000000Z','Ana Novak','customer.add','do',NULL,'','0005',11,'bf91f1c6ac53192c1f1f244d2f5634f45b021370b9dfd23df99cb6e9ee9b1363','f126e6c2c291a2d8908ee3d088312107f40860662a35bf4142250b136e969713');
INSERT INTO "journal_entry" VALUES(8,'2026-11-23T09:00:08.000000Z','Ana Novak','change.add','do',NULL,'','0005',2,'f126e6c2c291a2d8908ee3d088312107f40860662a35bf4142250b136e969713','f93dc1a2f8833e4361707219c3c4aefe21ac42344cd2adf62fa809d3942d9174');
INSERT INTO "journal_entry" VALUES(9,'2026-11-23T09:00:09.000000Z','Ana Novak','vendor.add','do',NULL,'','0005',4,'f93dc1a2f8833e4361707219c3c4aefe21ac42344cd2adf62fa809d3942d9174','77ad73ffabbe584e0b6d6b22787061e4f29a412d393b123b43cd2f489b49b087');
INSERT INTO "journal_entry" VALUES(10,'2026-11-23T09:00:10.000000Z','Ana Novak','change.approve_text','do',NULL,'','0005',2,'77ad73ffabbe584e0b6d6b22787061e4f29a412d393b123b43cd2f489b49b087','fd9ef19ef83aab99ad5450dc462e9e5653c0cd06e5c568fb8e24ad787466cc72');
INSERT INTO "journal_entry" VALUES(11,'2026-11-23T09:00:13.000000Z','Ana Novak','letters.write','do',NULL,'','0005',6,'fd9ef19ef83aab99ad5450dc462e9e5653c0cd06e5c568fb8e24ad787466cc72','3639e842eae7010a0745af3c4fce036456e5ee4b87ca0032a19985146d971d3f');
INSERT INTO "journal_entry" VALUES(12,'2026-11-23T09:00:17.000000Z','Ana Novak','notice.sent','do',NULL,'sent','0005',6,'3639e842eae7010a0745af3c4fce036456e5ee4b87ca0032a19985146d971d3f','291789ff97e33e7a973797313a829053bd9d2623179dadaa74938057e21d86a5');
INSERT INTO "journal_entry" VALUES(13,'2026-11-23T09:00:19.000000Z','Ana Novak','objection.add','do',NULL,'','0005',2,'291789ff97e33e7a973797313a829053bd9d2623179dadaa74938057e21d86a5','834a1b015f0b300882769ce039e29d900d7265895252424f62723dd53ddcc621');
INSERT INTO "journal_entry" VALUES(14,'2026-11-23T09:00:20.000000Z','Ana Novak','engagement.edit','do',NULL,'','0005',2,'834a1b015f0b300882769ce039e29d900d7265895252424f62723dd53ddcc621','abc9c243de8ddbd7bd3a5991a10b9513dcd8087bc3a0d764deee1610a530f5b8');
INSERT INTO "journal_entry" VALUES(15,'2026-11-23T09:00:21.000000Z','Ana Novak','engagement.edit','do',NULL,'','0005',2,'abc9c243de8ddbd7bd3a5991a10b9513dcd8087bc3a0d764deee1610a530f5b8','e9f9e77eef7d7e3352a9c32d89aa1cb2ac362689254ca937be230af9ed3317f1');
INSERT INTO "journal_entry" VALUES(16,'2026-11-23T09:00:22.000000Z','Ana Novak','vendor.edit','do',NULL,'','0005',2,'e9f9e77eef7d7e3352a9c32d89aa1cb2ac362689254ca937be230af9ed3317f1','4158b17ee59fc535ed0c2b5e74ad530aa7d31abecb8443bb54eae36e9fa4a468');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_head PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,16,'4158b17ee59fc535ed0c2b5e74ad530aa7d31abecb8443bb54eae36e9fa4a468');
CREATE TABLE law_entry (
	id TEXT NOT NULL, 
	regime TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	coverage TEXT NOT NULL, 
	condition TEXT NOT NULL, 
	exporters_excluded TEXT NOT NULL, 
	source TEXT NOT NULL, 
	verified_on TEXT, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_law_entry PRIMARY KEY (id)
);
CREATE TABLE list_version (
	id TEXT NOT NULL, 
	profile TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	published_on TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	digests TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_list_version PRIMARY KEY (id)
);
CREATE TABLE location (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	country TEXT NOT NULL, 
	place TEXT NOT NULL, 
	entity TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_location PRIMARY KEY (id)
);
INSERT INTO "location" VALUES('00000004-0000-7000-8000-000000000000','00000003-0000-7000-8000-000000000000','STORAGE','BR','','','{}',NULL,NULL,1);
INSERT INTO "location" VALUES('00000008-0000-7000-8000-000000000000','00000007-0000-7000-8000-000000000000','STORAGE','DE','','','{}',NULL,NULL,1);
CREATE TABLE notice (
	id TEXT NOT NULL, 
	change_id TEXT NOT NULL, 
	customer_id TEXT NOT NULL, 
	terms_id TEXT NOT NULL, 
	sent_at TEXT, 
	channel TEXT NOT NULL, 
	address TEXT NOT NULL, 
	content_sha256 TEXT NOT NULL, 
	stated_end TEXT, 
	proof TEXT NOT NULL, 
	acknowledged_on TEXT, 
	approved_on TEXT, 
	approved_timed BOOLEAN NOT NULL, 
	excluded BOOLEAN NOT NULL, 
	excluded_why TEXT NOT NULL, 
	row_version INTEGER NOT NULL, written_on TEXT, shorter_asked_on TEXT, shorter_agreed_on TEXT, shorter_days INTEGER, shorter_note TEXT DEFAULT '' NOT NULL, emergency_basis TEXT, emergency_on TEXT, emergency_source TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_notice PRIMARY KEY (id)
);
INSERT INTO "notice" VALUES('00000009-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c1','t1','2026-11-23T08:00:00.000000Z','EMAIL','dpo@alder.example','0f4bae13786cf227c5d4b13d246470d227cd26e343bbdd5814bf7b424a68f77d','2026-12-07','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000010-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c2','t2','2026-11-23T08:00:00.000000Z','EMAIL','dpo@birch.example','0c58931db6cb318a8df588ebcb5f487a3c644b9d56796787e761fd9c5b4e4762','2026-12-23','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000011-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c3','t3','2026-11-23T08:00:00.000000Z','EMAIL','dpo@cedar.example','1166d036b16a4e3b7882e36c99715a9e9bab79ade95dbd320e8fef0654718ef9','2027-01-22','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000012-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','t4','2026-11-23T08:00:00.000000Z','EMAIL','dpo@dogwood.example','f965f6705cbcfd93a4cd8b305de00f85d169660d29bdabc7451f8cfaf6e5fc00',NULL,'outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
CREATE TABLE objection (
	id TEXT NOT NULL, 
	change_id TEXT NOT NULL, 
	customer_id TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	text TEXT NOT NULL, 
	ground TEXT NOT NULL, 
	state TEXT NOT NULL, 
	outcome_note TEXT NOT NULL, 
	closed_on TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_objection PRIMARY KEY (id)
);
INSERT INTO "objection" VALUES('00000013-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','2026-11-23T08:00:00.000000Z','We object.','','RECEIVED','',NULL,1);
CREATE TABLE service (
	id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	region_locked BOOLEAN NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_service PRIMARY KEY (id)
);
INSERT INTO "service" VALUES('00000002-0000-7000-8000-000000000000','SMS','{"en":"SMS"}',0,1);
CREATE TABLE setting (
	id TEXT NOT NULL, 
	value TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id)
);
INSERT INTO "setting" VALUES('country','HR',1);
INSERT INTO "setting" VALUES('address','Ulica 12, 10000 Zagreb',1);
INSERT INTO "setting" VALUES('contact','privacy@telecom.example',1);
INSERT INTO "setting" VALUES('company','Example Telecom',1);
CREATE TABLE snooze (
	id TEXT NOT NULL, 
	person TEXT NOT NULL, 
	task TEXT NOT NULL, 
	until TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_snooze PRIMARY KEY (id)
);
CREATE TABLE terms (
	id TEXT NOT NULL, 
	customer_id TEXT NOT NULL, 
	authorisation TEXT NOT NULL, 
	notice_days INTEGER NOT NULL, 
	notice_unit TEXT NOT NULL, 
	clock_starts TEXT NOT NULL, 
	deemed_days INTEGER NOT NULL, 
	count_rule TEXT NOT NULL, 
	objection_days INTEGER, 
	objection_unit TEXT, 
	objection_blocks TEXT NOT NULL, 
	request_lead_days INTEGER, 
	commission_clauses BOOLEAN NOT NULL, 
	dora BOOLEAN NOT NULL, 
	critical_function BOOLEAN NOT NULL, 
	holidays TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	assumed BOOLEAN NOT NULL, 
	valid_from TEXT, 
	valid_to TEXT, 
	row_version INTEGER NOT NULL, deemed_unit TEXT, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES('t1','c1','GENERAL',14,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.1',0,NULL,NULL,1,NULL);
INSERT INTO "terms" VALUES('t2','c2','GENERAL',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.2',0,NULL,NULL,1,NULL);
INSERT INTO "terms" VALUES('t3','c3','GENERAL',60,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.3',0,NULL,NULL,1,NULL);
INSERT INTO "terms" VALUES('t4','c4','SPECIFIC',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.4',0,NULL,NULL,1,NULL);
CREATE TABLE vendor (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	legal_name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	country TEXT NOT NULL, 
	address TEXT NOT NULL, 
	registration TEXT NOT NULL, 
	lei TEXT NOT NULL, 
	website TEXT NOT NULL, 
	parent TEXT NOT NULL, 
	parent_country TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	archived_on TEXT, 
	row_version INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	CONSTRAINT pk_vendor PRIMARY KEY (id)
);
INSERT INTO "vendor" VALUES('00000001-0000-7000-8000-000000000000','Norte Cloud S.A.','','THIRD_PARTY','BR','','','','','','','Mira Horvat','',NULL,2,'norte cloud s.a.
','norte cloud s.a.norte cloud s.a.');
INSERT INTO "vendor" VALUES('00000006-0000-7000-8000-000000000000','Sur Cloud','','THIRD_PARTY','DE','','','','','','','','',NULL,1,'sur cloud
','sur cloudsur cloud');
CREATE INDEX ix_answer_assessment_id ON answer (assessment_id);
CREATE INDEX ix_assessment_engagement_id ON assessment (engagement_id);
CREATE INDEX ix_assessment_state ON assessment (state);
CREATE INDEX ix_change_engagement_id ON change (engagement_id);
CREATE INDEX ix_change_state ON change (state);
CREATE INDEX ix_clause_check_document_id ON clause_check (document_id);
CREATE INDEX ix_contact_customer_id ON contact (customer_id);
CREATE INDEX ix_contact_vendor_id ON contact (vendor_id);
CREATE INDEX ix_customer_account_id ON customer (account_id);
CREATE INDEX ix_customer_sort_key ON customer (sort_key);
CREATE INDEX ix_data_centre_code ON data_centre (code);
CREATE INDEX ix_decision_engagement_id ON decision (engagement_id);
CREATE INDEX ix_document_engagement_id ON document (engagement_id);
CREATE INDEX ix_document_sort_key ON document (sort_key);
CREATE INDEX ix_document_vendor_id ON document (vendor_id);
CREATE INDEX ix_engagement_service_id ON engagement (service_id);
CREATE INDEX ix_engagement_stage ON engagement (stage);
CREATE INDEX ix_engagement_vendor_id ON engagement (vendor_id);
CREATE INDEX ix_finding_engagement_id ON finding (engagement_id);
CREATE INDEX ix_finding_sort_key ON finding (sort_key);
CREATE INDEX ix_finding_state ON finding (state);
CREATE INDEX ix_flow_engagement_id ON flow (engagement_id);
CREATE INDEX ix_fourth_party_engagement_id ON fourth_party (engagement_id);
CREATE INDEX ix_frozen_quarter_quarter ON frozen_quarter (quarter);
CREATE INDEX ix_hand_check_engagement_id ON hand_check (engagement_id);
CREATE INDEX ix_holiday_place ON holiday (place);
CREATE INDEX ix_holiday_year_place ON holiday_year (place);
CREATE INDEX ix_journal_change_table_name_row_id ON journal_change (table_name, row_id);
CREATE INDEX ix_journal_entry_at ON journal_entry (at);
CREATE INDEX ix_journal_entry_target ON journal_entry (target);
CREATE INDEX ix_law_entry_code ON law_entry (code);
CREATE INDEX ix_law_entry_regime ON law_entry (regime);
CREATE INDEX ix_list_version_profile ON list_version (profile);
CREATE INDEX ix_list_version_version ON list_version (version);
CREATE INDEX ix_location_engagement_id ON location (engagement_id);
CREATE INDEX ix_notice_change_id ON notice (change_id);
CREATE INDEX ix_notice_customer_id ON notice (customer_id);
CREATE INDEX ix_objection_change_id ON objection (change_id);
CREATE INDEX ix_service_code ON service (code);
CREATE INDEX ix_terms_customer_id ON terms (customer_id);
CREATE INDEX ix_vendor_sort_key ON vendor (sort_key);
CREATE INDEX ix_snooze_person ON snooze (person);
COMMIT;
