BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id)
);
INSERT INTO "change" VALUES('00000005-0000-7000-8000-000000000000','2026-01','ADD','00000003-0000-7000-8000-000000000000','2027-02-02','','[]','RUNNING','{}','Ana Novak','2026-11-23','Ana Novak','2026-11-23',NULL,NULL,4);
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
INSERT INTO "engagement" VALUES('00000003-0000-7000-8000-000000000000','00000001-0000-7000-8000-000000000000','00000002-0000-7000-8000-000000000000','{"en":"Hosting of message logs"}','SUB_PROCESSOR','','','LIVE','REGISTERED','Ana Novak','','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',0,0,'',0,NULL,NULL,NULL,0,'',NULL,NULL,2);
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
INSERT INTO "journal_change" VALUES(7,6,'terms','t1',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.1","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c1","deemed_days":0,"dora":false,"holidays":"","id":"t1","notice_days":14,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000015','c005f7ff782c211128aab8527a2b53628a386c824a8fe676e8b79820cb0c8a6b',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,7,'terms','t2',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.2","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c2","deemed_days":0,"dora":false,"holidays":"","id":"t2","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000016','d8050dc9842b0441c606b4d355ced9b065b3d96f2a0db41c9e5be03a4ae5571c',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,8,'terms','t3',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.3","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c3","deemed_days":0,"dora":false,"holidays":"","id":"t3","notice_days":60,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000017','1c14be4b6ec681ff5f6edad34bf54b08c734389981230a1ba700ad389dd44fce',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,9,'terms','t4',NULL,'{"assumed":false,"authorisation":"SPECIFIC","channel":"EMAIL","clause":"7.4","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c4","deemed_days":0,"dora":false,"holidays":"","id":"t4","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000018','6f81847a1291bbaab86198bb2a0007f14477cdafca09f0591e6fbab1ace95339',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,10,'customer','c9',NULL,'{"account_id":"","active":false,"address":"","data_centre":"","email":"","id":"c9","language":"en","name":"Yew","region_lock":false,"salutation":"","services":"[]","zone":"UTC"}','00000000000000000000000000000019','c75749267c3254c9e35ef6790e70204eaccebdd44ed59e612a3fa92db8dd732a',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,0,'','',NULL,'{"engagement":"00000003-0000-7000-8000-000000000000"}','0000000000000000000000000000001a','6c7df29483f88c7420872424b85866e37365c133a5cd22c7c72c092843f3b503',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,1,'change','00000005-0000-7000-8000-000000000000',NULL,'{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','0000000000000000000000000000001b','30852e84e564db0892690575690bcefb9dd612574edf3d060f68c15a492168a3',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','0000000000000000000000000000001c','b38eb8ecfb796d0157b236b11e115d776edbe7d7fe9a47454c353a99e332cca6',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,1,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','0000000000000000000000000000001d','6b6bf34538c3654edc9a198250a1039582562ea09bdb741cfa7cd09c4c811528',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','0000000000000000000000000000001e','bb519afce31e469dd88ce484b3bdb6109cf168b25ae95d0c7898a77e742636e6',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,1,'notice','00000006-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"93afb2a56a6c7b265845b0abb458c0e3728b123c8e3b61f3b0cf997c821f7016","customer_id":"c1","excluded":false,"excluded_why":"","id":"00000006-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2026-12-07","terms_id":"t1"}','0000000000000000000000000000001f','737a5f6a9c0a51d6e5eb2ca54d27d7eaaacdba1c91cf1fb60b3c35e7b4395458',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,2,'notice','00000007-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"dab377eec7323c90232f4162cb29d3958eccf80ed53c01caec73d3e8989e243a","customer_id":"c2","excluded":false,"excluded_why":"","id":"00000007-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2026-12-23","terms_id":"t2"}','00000000000000000000000000000020','12638aea27147332af1f90c01aeb1bbfc12afe5df38f9981aeeba7ab01465867',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,3,'notice','00000008-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"ea537fe42e0d94c725ee98ee98590244ade7e99f12f0e4fde10f7c3587dc69a5","customer_id":"c3","excluded":false,"excluded_why":"","id":"00000008-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2027-01-22","terms_id":"t3"}','00000000000000000000000000000021','7a1b5fb6dea67e8ab37a209cc0c53cece3f1732f120013a41e7d6912d9fdd4fd',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,4,'notice','00000009-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"5d5ef9f4f9b173fae2b200c924c3cf197b5a06c29a477d54a9fd93a732737866","customer_id":"c4","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":null,"terms_id":"t4"}','00000000000000000000000000000022','e2970e9bdb90efac9dd3f76c20c360946551f7e831f988f8ad28f885ac5dd3cb',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000023','ca500d2b878a12c9a9674b049ff46484204dfb3a4d2cea7d8f6a9d21ba96b04c',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,0,'','',NULL,'{"at":"2026-11-23T08:00:00+00:00","change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000024','b1069376af5ee79a27ed2f6cbae0355f64900fc5961555cabefd14d8719188ba',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,1,'notice','00000006-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"93afb2a56a6c7b265845b0abb458c0e3728b123c8e3b61f3b0cf997c821f7016","customer_id":"c1","excluded":false,"excluded_why":"","id":"00000006-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2026-12-07","terms_id":"t1"}','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"93afb2a56a6c7b265845b0abb458c0e3728b123c8e3b61f3b0cf997c821f7016","customer_id":"c1","excluded":false,"excluded_why":"","id":"00000006-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","stated_end":"2026-12-07","terms_id":"t1"}','00000000000000000000000000000025','1fb18e5444897f87771e1287c37e703346d835cb8498e34723c4137fe6e5ff2b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,2,'notice','00000007-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"dab377eec7323c90232f4162cb29d3958eccf80ed53c01caec73d3e8989e243a","customer_id":"c2","excluded":false,"excluded_why":"","id":"00000007-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2026-12-23","terms_id":"t2"}','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"dab377eec7323c90232f4162cb29d3958eccf80ed53c01caec73d3e8989e243a","customer_id":"c2","excluded":false,"excluded_why":"","id":"00000007-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","stated_end":"2026-12-23","terms_id":"t2"}','00000000000000000000000000000026','e5f1309eb92cd92f74c00fb8d0414d7ecd29433459e8a68c00a68d7bc771ccf7',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,3,'notice','00000008-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"ea537fe42e0d94c725ee98ee98590244ade7e99f12f0e4fde10f7c3587dc69a5","customer_id":"c3","excluded":false,"excluded_why":"","id":"00000008-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":"2027-01-22","terms_id":"t3"}','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"ea537fe42e0d94c725ee98ee98590244ade7e99f12f0e4fde10f7c3587dc69a5","customer_id":"c3","excluded":false,"excluded_why":"","id":"00000008-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","stated_end":"2027-01-22","terms_id":"t3"}','00000000000000000000000000000027','d127a6911209e1d659d9990d5d7c51c20f6a2dd5190792ec54a376f488f4f28a',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,4,'notice','00000009-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"5d5ef9f4f9b173fae2b200c924c3cf197b5a06c29a477d54a9fd93a732737866","customer_id":"c4","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"","sent_at":null,"stated_end":null,"terms_id":"t4"}','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"5d5ef9f4f9b173fae2b200c924c3cf197b5a06c29a477d54a9fd93a732737866","customer_id":"c4","excluded":false,"excluded_why":"","id":"00000009-0000-7000-8000-000000000000","proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","stated_end":null,"terms_id":"t4"}','00000000000000000000000000000028','2c50ad3badd979f34553f9b502df11f94ceabc5a04a97ab569d00fed71ecfafb',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"RUNNING","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000029','04e1bc7809f35aa1b1cfdf96e8a827e5ef236770a05bb9b5364f5f99edb95417',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000","customer":"c2"}','0000000000000000000000000000002a','3af38f4a991aec086f25d5ee67ad7a233ad3ac9dab7648295accd2a8d45b773c',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,1,'objection','00000010-0000-7000-8000-000000000000',NULL,'{"change_id":"00000005-0000-7000-8000-000000000000","closed_on":null,"customer_id":"c2","ground":"","id":"00000010-0000-7000-8000-000000000000","outcome_note":"","received_at":"2026-11-23T08:30:00.000000Z","state":"RECEIVED","text":"We object."}','0000000000000000000000000000002b','209a4891294a0ae1aca991caf82ffd930e3439b66d1b1a03ae580f91fbda8946',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,0,'','',NULL,'{"fields":["owner"],"id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000002c','9ec222f292d18bbaeac04904b06c713ec4124941e46feaa3a6c7938707b28a85',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,1,'vendor','00000001-0000-7000-8000-000000000000','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Mira Horvat","parent":"","parent_country":"","registration":"","website":""}','0000000000000000000000000000002d','9b8a8b5976ad4e5e87f49240fd5bf2811cb704154bdea85a9cd98eb29b82422f',NULL,NULL);
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
INSERT INTO "journal_entry" VALUES(1,'2026-11-23T09:00:01.000000Z','Ana Novak','setting.edit','do',NULL,'','0001',2,'0000000000000000000000000000000000000000000000000000000000000000','91a0272c96a9a78949bf17e23da5e35e29121c3daa0da52229ab72ba46167020');
INSERT INTO "journal_entry" VALUES(2,'2026-11-23T09:00:02.000000Z','Ana Novak','setting.edit','do',NULL,'','0001',2,'91a0272c96a9a78949bf17e23da5e35e29121c3daa0da52229ab72ba46167020','bc8691e93cc885d8f94ea1be21abc486fb6088a7029c57e9816763f41a8660f1');
INSERT INTO "journal_entry" VALUES(3,'2026-11-23T09:00:03.000000Z','Ana Novak','setting.edit','do',NULL,'','0001',2,'bc8691e93cc885d8f94ea1be21abc486fb6088a7029c57e9816763f41a8660f1','4dd66ab26d6fd7f67e3debf5cc6b94a42f0f727b257f8e0e942edba5eceb0e90');
INSERT INTO "journal_entry" VALUES(4,'2026-11-23T09:00:04.000000Z','Ana Novak','setting.edit','do',NULL,'','0001',2,'4dd66ab26d6fd7f67e3debf5cc6b94a42f0f727b257f8e0e942edba5eceb0e90','d070cc94f11eb2c312a284c0a39be1cc01f6eb17de6421f079507f228d950f53');
INSERT INTO "journal_entry" VALUES(5,'2026-11-23T09:00:05.000000Z','Ana Novak','vendor.add','do',NULL,'','0001',5,'d070cc94f11eb2c312a284c0a39be1cc01f6eb17de6421f079507f228d950f53','1c052f9336ddce3dafd60847c332e193c7308472fd93452c55b95801c70459ce');
INSERT INTO "journal_entry" VALUES(6,'2026-11-23T09:00:06.000000Z','Ana Novak','engagement.edit','do',NULL,'','0001',2,'1c052f9336ddce3dafd60847c332e193c7308472fd93452c55b95801c70459ce','359d9c17aee6e045354d452530e21f230760e6ddb4227e5b4a7bcf4bea95e869');
INSERT INTO "journal_entry" VALUES(7,'2026-11-23T09:00:07.000000Z','Ana Novak','customer.add','do',NULL,'','0001',11,'359d9c17aee6e045354d452530e21f230760e6ddb4227e5b4a7bcf4bea95e869','d7a4835fbce578dfa3c95b5d03ec447c4f9a2c9a32be859670cccb7316d85c47');
INSERT INTO "journal_entry" VALUES(8,'2026-11-23T09:00:08.000000Z','Ana Novak','change.add','do',NULL,'','0001',2,'d7a4835fbce578dfa3c95b5d03ec447c4f9a2c9a32be859670cccb7316d85c47','c23829e6bbc85c8bd0c6d8408a05aa10ce1e247ce7afa79a8b9a428f83c2bbe8');
INSERT INTO "journal_entry" VALUES(9,'2026-11-23T09:00:09.000000Z','Ana Novak','change.approve_text','do',NULL,'','0001',2,'c23829e6bbc85c8bd0c6d8408a05aa10ce1e247ce7afa79a8b9a428f83c2bbe8','20e762087ba93ad575a1ccdd1507c3503fe118d7bcf2237adcdcda35a34004ad');
INSERT INTO "journal_entry" VALUES(10,'2026-11-23T09:00:11.000000Z','Ana Novak','letters.write','do',NULL,'','0001',6,'20e762087ba93ad575a1ccdd1507c3503fe118d7bcf2237adcdcda35a34004ad','34aee91aafedc09d0da3a3e9f7e21dc55b23b19ee486869b997856ae3f4c8ae5');
INSERT INTO "journal_entry" VALUES(11,'2026-11-23T09:00:14.000000Z','Ana Novak','notice.sent','do',NULL,'sent','0001',6,'34aee91aafedc09d0da3a3e9f7e21dc55b23b19ee486869b997856ae3f4c8ae5','a578ceb26cc3882da4e489828ac38bb9af8affc0341ab09881d569e87b3e50cd');
INSERT INTO "journal_entry" VALUES(12,'2026-11-23T09:00:15.000000Z','Ana Novak','objection.add','do',NULL,'','0001',2,'a578ceb26cc3882da4e489828ac38bb9af8affc0341ab09881d569e87b3e50cd','4805420e7a7f32f12b998e9d1d7c0e12534b7a126a4d4eb78e7005f659460d27');
INSERT INTO "journal_entry" VALUES(13,'2026-11-23T09:00:16.000000Z','Ana Novak','vendor.edit','do',NULL,'','0001',2,'4805420e7a7f32f12b998e9d1d7c0e12534b7a126a4d4eb78e7005f659460d27','f2e3eedff3cfd554f71ddbcc329540f5297d31003e9fd1062104cbfe50462cef');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_head PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,13,'f2e3eedff3cfd554f71ddbcc329540f5297d31003e9fd1062104cbfe50462cef');
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
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_notice PRIMARY KEY (id)
);
INSERT INTO "notice" VALUES('00000006-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c1','t1','2026-11-23T08:00:00.000000Z','EMAIL','dpo@alder.example','93afb2a56a6c7b265845b0abb458c0e3728b123c8e3b61f3b0cf997c821f7016','2026-12-07','outbox',NULL,NULL,0,0,'',2);
INSERT INTO "notice" VALUES('00000007-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c2','t2','2026-11-23T08:00:00.000000Z','EMAIL','dpo@birch.example','dab377eec7323c90232f4162cb29d3958eccf80ed53c01caec73d3e8989e243a','2026-12-23','outbox',NULL,NULL,0,0,'',2);
INSERT INTO "notice" VALUES('00000008-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c3','t3','2026-11-23T08:00:00.000000Z','EMAIL','dpo@cedar.example','ea537fe42e0d94c725ee98ee98590244ade7e99f12f0e4fde10f7c3587dc69a5','2027-01-22','outbox',NULL,NULL,0,0,'',2);
INSERT INTO "notice" VALUES('00000009-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','t4','2026-11-23T08:00:00.000000Z','EMAIL','dpo@dogwood.example','5d5ef9f4f9b173fae2b200c924c3cf197b5a06c29a477d54a9fd93a732737866',NULL,'outbox',NULL,NULL,0,0,'',2);
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
INSERT INTO "objection" VALUES('00000010-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c2','2026-11-23T08:30:00.000000Z','We object.','','RECEIVED','',NULL,1);
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
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES('t1','c1','GENERAL',14,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.1',0,NULL,NULL,1);
INSERT INTO "terms" VALUES('t2','c2','GENERAL',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.2',0,NULL,NULL,1);
INSERT INTO "terms" VALUES('t3','c3','GENERAL',60,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.3',0,NULL,NULL,1);
INSERT INTO "terms" VALUES('t4','c4','SPECIFIC',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.4',0,NULL,NULL,1);
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
COMMIT;