BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0009');
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
INSERT INTO "clause_check" VALUES('00000011-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-01','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000012-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-02','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000013-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-03','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000014-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-04','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000015-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-05','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000016-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-06','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000017-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-07','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000018-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-08','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000019-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-09','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000020-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-10','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000021-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-11','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000022-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-12','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000023-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-13','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000024-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-14','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000025-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-15','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000026-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-16','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000027-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-17','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000028-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-18','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000029-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-19','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000030-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-20','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000031-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-21','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000032-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-22','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000033-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-23','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000034-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-24','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000035-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-25','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000036-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-26','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000037-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-27','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000038-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-28','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000039-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-29','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000040-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-30','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000041-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-31','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000042-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-32','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000043-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-33','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000044-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-34','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000045-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-35','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000046-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-36','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000047-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-37','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000048-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-38','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000049-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-39','PRESENT','','','',1);
INSERT INTO "clause_check" VALUES('00000050-0000-7000-8000-000000000000','00000010-0000-7000-8000-000000000000','D-40','PRESENT','','','',1);
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
INSERT INTO "contact" VALUES('00000006-0000-7000-8000-000000000000','00000001-0000-7000-8000-000000000000','','','privacy@vendor.example','','',1);
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
	sort_key TEXT NOT NULL, since TEXT, 
	CONSTRAINT pk_customer PRIMARY KEY (id)
);
INSERT INTO "customer" VALUES('c1','Alder','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@alder.example','','',1,'alder
','alderalder',NULL);
INSERT INTO "customer" VALUES('c2','Birch','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@birch.example','','',1,'birch
','birchbirch',NULL);
INSERT INTO "customer" VALUES('c3','Cedar','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@cedar.example','','',1,'cedar
','cedarcedar',NULL);
INSERT INTO "customer" VALUES('c4','Dogwood','',1,'EU',0,'["00000002-0000-7000-8000-000000000000"]','en','UTC','dpo@dogwood.example','','',1,'dogwood
','dogwooddogwood',NULL);
INSERT INTO "customer" VALUES('c9','Yew','',0,'',0,'[]','en','UTC','','','',1,'yew
','yewyew',NULL);
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
INSERT INTO "document" VALUES('00000010-0000-7000-8000-000000000000','00000001-0000-7000-8000-000000000000','DPA','Agreement','','',NULL,NULL,NULL,'','','','','[]','','','',NULL,NULL,NULL,0,'SIGNATURE','',NULL,'','31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860','31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860',0,'2026-01-27',NULL,1,'agreement

','agreementagreement');
CREATE TABLE draft (
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY ("key")
);
CREATE TABLE "engagement" (
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
	reaches_locked BOOLEAN, 
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
INSERT INTO "engagement" VALUES('00000003-0000-7000-8000-000000000000','00000001-0000-7000-8000-000000000000','00000002-0000-7000-8000-000000000000','{"en":"Hosting of message logs"}','SUB_PROCESSOR','Acts on our instructions only.','Rita Reviewer','LIVE','REGISTERED','Ana Novak','','["PHONE_NUMBER"]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',0,NULL,'',1,NULL,NULL,NULL,0,'',NULL,NULL,3);
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
	sort_key TEXT NOT NULL, compensating TEXT DEFAULT '' NOT NULL, dpo_opinion TEXT DEFAULT '' NOT NULL, dpo_text TEXT DEFAULT '' NOT NULL, accepted_on TEXT, dpo_on TEXT, acceptances INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_finding PRIMARY KEY (id)
);
INSERT INTO "finding" VALUES('00000051-0000-7000-8000-000000000000','00000003-0000-7000-8000-000000000000','M','Logs kept for two years','','','','Ana Novak','OPEN','2026-11-23','2026-11-23','2027-02-21',NULL,NULL,'','',2,'logs kept for two years','logs kept for two yearslogs kept for two years','','','',NULL,NULL,0);
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
INSERT INTO "flow" VALUES('00000008-0000-7000-8000-000000000000','00000003-0000-7000-8000-000000000000','STORAGE','Ours','DE','Norte Cloud S.A.','BR','["EU"]','SCC_2021_914',3,'',1,1,NULL,NULL,'POSITIVE',NULL,'2029-01-31','',NULL,NULL,1);
INSERT INTO "flow" VALUES('00000009-0000-7000-8000-000000000000','00000003-0000-7000-8000-000000000000','ACCESS','Ours','DE','Norte Cloud S.A.','BR','["EU"]','SCC_2021_914',3,'',1,1,NULL,NULL,'POSITIVE',NULL,'2029-01-31','',NULL,NULL,1);
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
INSERT INTO "journal_change" VALUES(5,3,'engagement','00000003-0000-7000-8000-000000000000',NULL,'{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000000b','6016817a06860a8d6b5f3e871f250ea7d5d27942c3c3e7161a4fbae5990f0141',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,4,'location','00000004-0000-7000-8000-000000000000',NULL,'{"country":"BR","engagement_id":"00000003-0000-7000-8000-000000000000","entity":"","id":"00000004-0000-7000-8000-000000000000","kind":"STORAGE","place":"","purpose":"{}","valid_from":null,"valid_to":null}','0000000000000000000000000000000c','1e832df2078436bbdeb5a84ab76869620cc9001752ef89213722237e3e7feb7b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,0,'','',NULL,'{"fields":["stage"],"id":"00000003-0000-7000-8000-000000000000"}','0000000000000000000000000000000d','bc328d55e95d93658a389ebf5d9524dfce1bfa7ce1a584d4c33d532514b7d94b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000000e','6743d07fc88d20461ac9ba111dd3786803c0ae4941214705055facfac71d89d4',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,0,'','',NULL,'{}','0000000000000000000000000000000f','1d4dd179cbdd55a4ab880065b5be69e035dc2587ca03082a73a9876fbaa0735d',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,1,'data_centre','dc-eu',NULL,'{"code":"EU","id":"dc-eu","name":"{\"en\":\"Europe\"}"}','00000000000000000000000000000010','0715f5c6cac90503f96d2248e9047ed79a3a512b57e8e701e08a680b6ac62fca',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,2,'customer','c1',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@alder.example","id":"c1","language":"en","name":"Alder","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","since":null,"zone":"UTC"}','00000000000000000000000000000011','c5b1ae85144a626a12e05d90aaf031c59297193da69db80424860da446d9eb6c',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,3,'customer','c2',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@birch.example","id":"c2","language":"en","name":"Birch","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","since":null,"zone":"UTC"}','00000000000000000000000000000012','a3c5aabc1ce3bb529a480873b035f651980bf21cfcbbf0d31d9d2f0ec0d2c0df',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,4,'customer','c3',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@cedar.example","id":"c3","language":"en","name":"Cedar","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","since":null,"zone":"UTC"}','00000000000000000000000000000013','be7c4436bc733c7dc1ec5cbd6bf5341eddf17f410e19daa07076447fc478dc4b',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,5,'customer','c4',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@dogwood.example","id":"c4","language":"en","name":"Dogwood","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","since":null,"zone":"UTC"}','00000000000000000000000000000014','ebefd76c002adad57dbebcecab659568a34954c86a65ca0353b62ccb2d4f86ea',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,6,'terms','t1',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.1","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c1","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t1","notice_days":14,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"pre_approved_affiliates":false,"pre_approved_eea":false,"pre_approved_names":"[]","request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000015','d99d2eede930d5f482803711f27a54d8de4049903498103ec31250217cd8d8f7',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,7,'terms','t2',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.2","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c2","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t2","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"pre_approved_affiliates":false,"pre_approved_eea":false,"pre_approved_names":"[]","request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000016','b243a445947bff4f94694626731398a7cb1a70b62bbff735174780f22f537eb0',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,8,'terms','t3',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.3","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c3","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t3","notice_days":60,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"pre_approved_affiliates":false,"pre_approved_eea":false,"pre_approved_names":"[]","request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000017','8fe008ce1b365272ce3d81734a80051c4e32f203733a39b895988b4bf2fe910c',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,9,'terms','t4',NULL,'{"assumed":false,"authorisation":"SPECIFIC","channel":"EMAIL","clause":"7.4","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c4","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t4","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"pre_approved_affiliates":false,"pre_approved_eea":false,"pre_approved_names":"[]","request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000018','e9b2ecd1f472938589d452f5cbadc02e560ffb89e29fc404fe84b7e0fddb2a59',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,10,'customer','c9',NULL,'{"account_id":"","active":false,"address":"","data_centre":"","email":"","id":"c9","language":"en","name":"Yew","region_lock":false,"salutation":"","services":"[]","since":null,"zone":"UTC"}','00000000000000000000000000000019','2155cb1b27601e3c0f2712ba572decb1e340e41dca2cc3d70176b53729c91360',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,0,'','',NULL,'{"engagement":"00000003-0000-7000-8000-000000000000"}','0000000000000000000000000000001a','6c7df29483f88c7420872424b85866e37365c133a5cd22c7c72c092843f3b503',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,1,'change','00000005-0000-7000-8000-000000000000',NULL,'{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','0000000000000000000000000000001b','2ae67ce57feb655dc63a2390861830b29b22beed173b415e1d4a6347a2040237',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,0,'','',NULL,'{"setting":"dpo"}','0000000000000000000000000000001c','e91aac89185f45ba0c50ee7a2cc7227b6c29efdfd5f2452a9b25032ac4e6ec54',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,1,'setting','dpo',NULL,'{"id":"dpo","value":"dpo@telecom.example"}','0000000000000000000000000000001d','520e8c9977dc0ee6b3dc90edc84e87fda8d51ca6336d9dbbf794ad1c804768db',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,0,'','',NULL,'{"setting":"list_address"}','0000000000000000000000000000001e','aa2ae7637c5e71a2799356aeac1e2a055f3a129d865bb8d50a11a3ec6efbe1fd',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,1,'setting','list_address',NULL,'{"id":"list_address","value":"https://telecom.example/sub-processors"}','0000000000000000000000000000001f','f576127c08d3830ace68be7489673b51b0d541eec0c9bddd3e8968c487de1b2d',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,0,'','',NULL,'{}','00000000000000000000000000000020','7325fc0e3acba01671f88143ad6ac14d6e710edf2816971f1e6e93b9a17d77b7',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[\"PHONE_NUMBER\"]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":true,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"Acts on our instructions only.","role_reviewed_by":"Rita Reviewer","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000021','ac3bed4136a5b128e907ffbb988bc6cc3c7fbcf7ea3053762ea05f82e1513bc5',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,2,'vendor','00000001-0000-7000-8000-000000000000','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"HRB 1","website":""}','00000000000000000000000000000022','6d439d8aadf4e758f9b6aff53da13f82b1707075c45115c9e20435079ec97c80',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,3,'contact','00000006-0000-7000-8000-000000000000',NULL,'{"customer_id":"","email":"privacy@vendor.example","function":"","id":"00000006-0000-7000-8000-000000000000","name":"","phone":"","vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000023','7d8bb03ee27eb99ab1cf27a8f53860c44e07d9dca2c7543f05e05ebf9b952167',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,4,'location','00000007-0000-7000-8000-000000000000',NULL,'{"country":"BR","engagement_id":"00000003-0000-7000-8000-000000000000","entity":"","id":"00000007-0000-7000-8000-000000000000","kind":"ACCESS","place":"","purpose":"{}","valid_from":null,"valid_to":null}','00000000000000000000000000000024','4556a522b31df603cc3673f8f269062780227cad68337b805382cb9a7498e0c1',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,5,'flow','00000008-0000-7000-8000-000000000000',NULL,'{"annexes_complete":true,"checked_on":null,"condition_met":true,"engagement_id":"00000003-0000-7000-8000-000000000000","exporter":"Ours","exporter_country":"DE","fallback":"","ground":"","id":"00000008-0000-7000-8000-000000000000","importer":"Norte Cloud S.A.","importer_country":"BR","kind":"STORAGE","mechanism":"SCC_2021_914","module":3,"next_due":null,"regimes":"[\"EU\"]","tia_made_on":null,"tia_outcome":"POSITIVE","tia_valid_until":"2029-01-31","valid_from":null,"valid_to":null}','00000000000000000000000000000025','c49034d895a669422837d7761175183938bfaff23c4969895b1a7d6b81e50116',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,6,'flow','00000009-0000-7000-8000-000000000000',NULL,'{"annexes_complete":true,"checked_on":null,"condition_met":true,"engagement_id":"00000003-0000-7000-8000-000000000000","exporter":"Ours","exporter_country":"DE","fallback":"","ground":"","id":"00000009-0000-7000-8000-000000000000","importer":"Norte Cloud S.A.","importer_country":"BR","kind":"ACCESS","mechanism":"SCC_2021_914","module":3,"next_due":null,"regimes":"[\"EU\"]","tia_made_on":null,"tia_outcome":"POSITIVE","tia_valid_until":"2029-01-31","valid_from":null,"valid_to":null}','00000000000000000000000000000026','34b56a525e315793f5b236fafe4ccd20c743870d46ffc8c6d188f12b2db58948',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,7,'document','00000010-0000-7000-8000-000000000000',NULL,'{"acceptance":"SIGNATURE","covers_service":null,"covers_sites":null,"covers_vendor":null,"criteria":"[]","depends_on":"","edition":"","engagement_id":"","evidence":"31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860","file_name":"","holder":"","id":"00000010-0000-7000-8000-000000000000","issued_on":null,"issuer":"","kind":"DPA","next_report_confirmed":false,"number":"","opinion":"","period_end":null,"period_start":null,"recorded_status":"","scope":"","sha256":"31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860","size":0,"title":"Agreement","valid_from":"2026-01-27","valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000","verified_how":"","verified_on":null}','00000000000000000000000000000027','d6d60587e27e5c759ce7ab21f76461c99d5f9e465f007956474d944cd0964611',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,8,'clause_check','00000011-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000011-0000-7000-8000-000000000000","item":"D-01","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000028','446b1f9c729231b8e64127e8af5a032e212838cb9cc55ac9daa98c4d7395db03',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,9,'clause_check','00000012-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000012-0000-7000-8000-000000000000","item":"D-02","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000029','a800f312b52fc5469a9cae171624af3eaaf840dc492387c800759fbf85709633',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,10,'clause_check','00000013-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000013-0000-7000-8000-000000000000","item":"D-03","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002a','85346af983257df9a7440a1903f9bb4cf9ef3f1e8d78518223b8b9b06fc09710',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,11,'clause_check','00000014-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000014-0000-7000-8000-000000000000","item":"D-04","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002b','4668e28a333d150d59bc1ae8ad9c0d9507d2e6d8b43bda6866b6f0dd73cc106b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,12,'clause_check','00000015-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000015-0000-7000-8000-000000000000","item":"D-05","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002c','b63b23216daaf38787fd80e1d765521e4998135fa943e1e1c3602bb4970893c4',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,13,'clause_check','00000016-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000016-0000-7000-8000-000000000000","item":"D-06","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002d','847f31f2ac6a1f64ff1f8cf106a9e334cae4fc65a091049a3e3551d263b66011',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,14,'clause_check','00000017-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000017-0000-7000-8000-000000000000","item":"D-07","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002e','a951ce9ae58ae6e77cb796ea1122932371dc8ba15797d561178a220876ac7daf',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,15,'clause_check','00000018-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000018-0000-7000-8000-000000000000","item":"D-08","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002f','23a432ca7a84385b8e89339a85f9c7a1953f0f7b31ce6e7b2f385b8ae0fcdc0a',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,16,'clause_check','00000019-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000019-0000-7000-8000-000000000000","item":"D-09","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000030','672363d6b3d3d59bb30fcd64069892bfc8ba4cecc16f24ff46a022159fd932a2',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,17,'clause_check','00000020-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000020-0000-7000-8000-000000000000","item":"D-10","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000031','31e30432ebf119603925981ffc09798221674b66bdaaf455e329cbffb35b797b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,18,'clause_check','00000021-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000021-0000-7000-8000-000000000000","item":"D-11","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000032','500cea6059a9aed0640d8672b7662bf1feb8b9eea541ad90b85e25ef4cad9c81',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,19,'clause_check','00000022-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000022-0000-7000-8000-000000000000","item":"D-12","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000033','d451679db9ff1d58d4ca484633e8db5009c30587c3cec58f7a3a64e14152a6cf',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,20,'clause_check','00000023-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000023-0000-7000-8000-000000000000","item":"D-13","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000034','2a2c9bb5b3628c63df6c1ed46cd83f59b7273a34fb2a3a14d8ab99969c48a97b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,21,'clause_check','00000024-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000024-0000-7000-8000-000000000000","item":"D-14","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000035','46fa297a702db13570bd742d94735b572c0535575f5a00d29a24ef299289cf43',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,22,'clause_check','00000025-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000025-0000-7000-8000-000000000000","item":"D-15","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000036','b3f89be30137a05e79f4612d1fbc2a6649bd3d9a8df0036286055394a7337762',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,23,'clause_check','00000026-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000026-0000-7000-8000-000000000000","item":"D-16","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000037','97626cc4bd1a3272687123fa9adbe29fc9e3995804cc0c83db6b8219541c26a9',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,24,'clause_check','00000027-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000027-0000-7000-8000-000000000000","item":"D-17","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000038','53282390697d245ff962a598332289e96f853954123c21f6df3422f95f83c900',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,25,'clause_check','00000028-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000028-0000-7000-8000-000000000000","item":"D-18","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000039','b2d6332e462c3246217992e487eebd5e43429faaae2a522ca88502ef9f6ca41b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,26,'clause_check','00000029-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000029-0000-7000-8000-000000000000","item":"D-19","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003a','4ac27ab61632d4336e7467dbb54074c857923d9cb1654d574ca895a76a944729',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,27,'clause_check','00000030-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000030-0000-7000-8000-000000000000","item":"D-20","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003b','a91c6287f34b40648b16a0d24b1ac549979a4e76c98890554caf1eec4f8aee21',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,28,'clause_check','00000031-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000031-0000-7000-8000-000000000000","item":"D-21","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003c','c4103a6841e238ffd22269678e93b7458e5370583dbb868065a7d55b17829c65',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,29,'clause_check','00000032-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000032-0000-7000-8000-000000000000","item":"D-22","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003d','0a1a32e2db6d68d80ea402a27c812dbf7ac6c2af095fd9c06c88ba1981535ad9',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,30,'clause_check','00000033-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000033-0000-7000-8000-000000000000","item":"D-23","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003e','0a9e007045ff0b83efa9178675e9403b91c91c259a86bddb0c2b5391dbd3bf91',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,31,'clause_check','00000034-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000034-0000-7000-8000-000000000000","item":"D-24","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003f','a8067790d2c74c366da6ee25011c19312578f25eb6a52db38977c48baae65520',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,32,'clause_check','00000035-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000035-0000-7000-8000-000000000000","item":"D-25","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000040','8f5e83e439408a67fc9b7cbd8e3b2f66c50f0ccf563d85a7e923354fd567f587',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,33,'clause_check','00000036-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000036-0000-7000-8000-000000000000","item":"D-26","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000041','4a209f627329846fcd861d4e533e1e41a90e088e8d4779b91201edc3f2a31f8b',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,34,'clause_check','00000037-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000037-0000-7000-8000-000000000000","item":"D-27","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000042','01b8beca557ee896408fbb50ede8ace20d63b00723f38a0c8dc56fda2b2ffb26',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,35,'clause_check','00000038-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000038-0000-7000-8000-000000000000","item":"D-28","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000043','45961a86e919601dfd857a82654206ba1da3d001922be2831a9bf135e5daa7f3',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,36,'clause_check','00000039-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000039-0000-7000-8000-000000000000","item":"D-29","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000044','0e95cc09af7057266f69df7e05bd4c4dccbbfae92e9015c0af83a313ce2048e6',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,37,'clause_check','00000040-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000040-0000-7000-8000-000000000000","item":"D-30","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000045','2ba2a76fe65c52f0b870ee70e44edffbdbf28596cfd3fef9aacce80c92880337',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,38,'clause_check','00000041-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000041-0000-7000-8000-000000000000","item":"D-31","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000046','bbfc4ded9a7f3a15032118cb49cbec8dc82a96e47414a6376057e12448fdeddd',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,39,'clause_check','00000042-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000042-0000-7000-8000-000000000000","item":"D-32","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000047','7fa54f0991af27d5f056cce533efd864d06d2d5f3664457c8ca2d48c35ffb67f',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,40,'clause_check','00000043-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000043-0000-7000-8000-000000000000","item":"D-33","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000048','ef670845310393a317e8887d7faf0b8b4bfaf1bba5f9b9f5dc1bfb4f06c431b9',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,41,'clause_check','00000044-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000044-0000-7000-8000-000000000000","item":"D-34","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000049','72859cf918403c68dba10a4b3908844d7da457e88af44ff0ea490b14e386e0f3',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,42,'clause_check','00000045-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000045-0000-7000-8000-000000000000","item":"D-35","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004a','3f684eed389dd7fdb0d594e386ab7bfdf6503e550abcec798b139ab9815060ca',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,43,'clause_check','00000046-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000046-0000-7000-8000-000000000000","item":"D-36","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004b','57d278ad1db64f697c07f671f63bf24d8dc8a7a9c57e9f22eb25f5e5d62bd85d',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,44,'clause_check','00000047-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000047-0000-7000-8000-000000000000","item":"D-37","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004c','0b5cbd5a15fee0afd61ae5e19f2ffa66c9d266faf2be1b72763c019622fe6f7f',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,45,'clause_check','00000048-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000048-0000-7000-8000-000000000000","item":"D-38","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004d','cdc32f48187ef6ff025cf52b20fde9fecdabe8fa59e1b61f367a4a8cd9445cd6',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,46,'clause_check','00000049-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000049-0000-7000-8000-000000000000","item":"D-39","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004e','72f4f7f3d70efe88cba193c81bcc4c2e64bdfbd5f68926817275e2ba9ce758cc',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,47,'clause_check','00000050-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000050-0000-7000-8000-000000000000","item":"D-40","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004f','a71ace7df9c0a56ef6567bb9651e8515f221bb54f343ec67cff683b70f040764',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000050','2c900f81155608db6591efd6e445e2d17aa76c3c428de12717e94b71c315fb4c',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,1,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000051','b29c44d1225ac1447e0de951b1b2a4efd5cf42a1a0589d3dc0b2b55e840feb04',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,0,'','',NULL,'{"engagement":"00000003-0000-7000-8000-000000000000","id":"00000051-0000-7000-8000-000000000000"}','00000000000000000000000000000052','6488f075c87071416da9bd6f31a5b56fe80b5c00c0bd16b6d9b0ff5fc0af144d',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,1,'finding','00000051-0000-7000-8000-000000000000',NULL,'{"acceptances":0,"accepted_by":"","accepted_on":null,"accepted_until":null,"accepted_why":"","assessment_id":"","communicated_on":null,"compensating":"","detail":"","dpo_on":null,"dpo_opinion":"","dpo_text":"","due_on":null,"engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000051-0000-7000-8000-000000000000","owner":"Ana Novak","raised_on":"2026-11-23","severity":"M","source":"","state":"OPEN","title":"Logs kept for two years","verified_on":null}','00000000000000000000000000000053','939574de65df381c10d1a199a8a35dc478baea99ecb99dc332e648f7c7618849',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,0,'','',NULL,'{"id":"00000051-0000-7000-8000-000000000000","on":"2026-11-23"}','00000000000000000000000000000054','5943b667ee1bafd7acd6c91253137be626e11fbd43385cfda574951d60df41e0',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,1,'finding','00000051-0000-7000-8000-000000000000','{"acceptances":0,"accepted_by":"","accepted_on":null,"accepted_until":null,"accepted_why":"","assessment_id":"","communicated_on":null,"compensating":"","detail":"","dpo_on":null,"dpo_opinion":"","dpo_text":"","due_on":null,"engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000051-0000-7000-8000-000000000000","owner":"Ana Novak","raised_on":"2026-11-23","severity":"M","source":"","state":"OPEN","title":"Logs kept for two years","verified_on":null}','{"acceptances":0,"accepted_by":"","accepted_on":null,"accepted_until":null,"accepted_why":"","assessment_id":"","communicated_on":"2026-11-23","compensating":"","detail":"","dpo_on":null,"dpo_opinion":"","dpo_text":"","due_on":"2027-02-21","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000051-0000-7000-8000-000000000000","owner":"Ana Novak","raised_on":"2026-11-23","severity":"M","source":"","state":"OPEN","title":"Logs kept for two years","verified_on":null}','00000000000000000000000000000055','da1c48104ac82aea8542386812be6733c9fc4ca7b2b5ede99d7c851c3b08654d',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000056','8711e2aae6988ddff76dd0d067324cf39333826e92443a5fa8e2cdd3d2a5455d',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,1,'notice','00000052-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"96f55f09817fe6ed8a266780d94a2624a0ed96964957ababaed0ccd3bb200bdf","customer_id":"c1","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","taken_in_on":null,"taken_in_why":"","terms_id":"t1","written_on":"2026-11-23"}','00000000000000000000000000000057','a2ec6e9ffa19c7ca1cc580da133f17621004286ce7e4e13fa49a2715f361ee2b',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,2,'notice','00000053-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"7a329a64e4c87a96c40a186987a9c60ebba6074a8d071a2a61242c057d7bd5cc","customer_id":"c2","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","taken_in_on":null,"taken_in_why":"","terms_id":"t2","written_on":"2026-11-23"}','00000000000000000000000000000058','ceea7cc7a13db744feb80860ac8a9a2bedc80c2d071aaf57379a8aecffbd7369',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,3,'notice','00000054-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"6c050b1236943e22c7c49b6f10327aa92ca20c51b240b739370195f346d3f546","customer_id":"c3","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","taken_in_on":null,"taken_in_why":"","terms_id":"t3","written_on":"2026-11-23"}','00000000000000000000000000000059','54270c9ef07f323b5516e74488e1fa59b86e8f2a834cf592c66d50ad5594ba95',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,4,'notice','00000055-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"bb7140557a16374b491b46fffe5aed0544c28e4718b284421940d6ea7434bd62","customer_id":"c4","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000055-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"taken_in_on":null,"taken_in_why":"","terms_id":"t4","written_on":"2026-11-23"}','0000000000000000000000000000005a','36f85a8b877b7ca344df590ee63093184805cd293228241810bd263c44b275ff',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','0000000000000000000000000000005b','f7a50b080a99040b59d6f5ce97030fd5f248417b9f6b1e5af66162f3872ea08d',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,0,'','',NULL,'{"at":"2026-11-23T08:00:00+00:00","change":"00000005-0000-7000-8000-000000000000"}','0000000000000000000000000000005c','735752355d3cd0969881d090b9b5020a2fa6e450332a30a1568d2b96af56c5bb',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,1,'notice','00000052-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"96f55f09817fe6ed8a266780d94a2624a0ed96964957ababaed0ccd3bb200bdf","customer_id":"c1","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","taken_in_on":null,"taken_in_why":"","terms_id":"t1","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"96f55f09817fe6ed8a266780d94a2624a0ed96964957ababaed0ccd3bb200bdf","customer_id":"c1","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","taken_in_on":null,"taken_in_why":"","terms_id":"t1","written_on":"2026-11-23"}','0000000000000000000000000000005d','22bdb72cf05058acb411b8ddc23a47e642da6bc32977ed167eb32ee9477a7f96',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,2,'notice','00000053-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"7a329a64e4c87a96c40a186987a9c60ebba6074a8d071a2a61242c057d7bd5cc","customer_id":"c2","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","taken_in_on":null,"taken_in_why":"","terms_id":"t2","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"7a329a64e4c87a96c40a186987a9c60ebba6074a8d071a2a61242c057d7bd5cc","customer_id":"c2","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","taken_in_on":null,"taken_in_why":"","terms_id":"t2","written_on":"2026-11-23"}','0000000000000000000000000000005e','208d9e6fd37834980e53dc3920100e7d3c8dc7bca871ee39cf87735d5868402c',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,3,'notice','00000054-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"6c050b1236943e22c7c49b6f10327aa92ca20c51b240b739370195f346d3f546","customer_id":"c3","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","taken_in_on":null,"taken_in_why":"","terms_id":"t3","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"6c050b1236943e22c7c49b6f10327aa92ca20c51b240b739370195f346d3f546","customer_id":"c3","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","taken_in_on":null,"taken_in_why":"","terms_id":"t3","written_on":"2026-11-23"}','0000000000000000000000000000005f','c13a9a748b343770d84dc8bb3bcc5aa712e8301741f8b5840d67acc3ff33a170',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,4,'notice','00000055-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"bb7140557a16374b491b46fffe5aed0544c28e4718b284421940d6ea7434bd62","customer_id":"c4","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000055-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"taken_in_on":null,"taken_in_why":"","terms_id":"t4","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"bb7140557a16374b491b46fffe5aed0544c28e4718b284421940d6ea7434bd62","customer_id":"c4","earlier_proof":"","earlier_sent_at":null,"emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000055-0000-7000-8000-000000000000","onboarding":null,"onboarding_note":"","onboarding_on":null,"proof":"outbox","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"taken_in_on":null,"taken_in_why":"","terms_id":"t4","written_on":"2026-11-23"}','00000000000000000000000000000060','4d72684ab81d3ef9b88f3e651b8dbcf7331f8c7b496e1ee3eb9a38497470b0d5',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"RUNNING","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000061','60bbe3ade6366e4001e655a9d9099435dbc9f665e392111cb76bdf8cd7403895',NULL,NULL);
INSERT INTO "journal_change" VALUES(17,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000","customer":"c4"}','00000000000000000000000000000062','4fde41cbf4b0b5f7d761b0848a671b4c21c3971e4c74956438d4102efc85a7d3',NULL,NULL);
INSERT INTO "journal_change" VALUES(17,1,'objection','00000056-0000-7000-8000-000000000000',NULL,'{"change_id":"00000005-0000-7000-8000-000000000000","closed_on":null,"customer_id":"c4","ground":"","id":"00000056-0000-7000-8000-000000000000","outcome_note":"","received_at":"2026-11-23T08:00:00.000000Z","state":"RECEIVED","text":"We object."}','00000000000000000000000000000063','6434aa38c1a2afe66833c350aba8561ef1c036294362719fc4e03f92903496be',NULL,NULL);
INSERT INTO "journal_change" VALUES(18,0,'','',NULL,'{"fields":["owner"],"id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000064','47889f97d6e94e34a21ac95f4a7c689951507c84fbe2e67f1810d049eb9e4a4a',NULL,NULL);
INSERT INTO "journal_change" VALUES(18,1,'vendor','00000001-0000-7000-8000-000000000000','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"HRB 1","website":""}','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Mira Horvat","parent":"","parent_country":"","registration":"HRB 1","website":""}','00000000000000000000000000000065','00817c3c81666c018c2ff6ec7abbf5c9ce15509d723f7b83b7c5ceb597c7f20e',NULL,NULL);
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
INSERT INTO "journal_entry" VALUES(1,'2026-11-23T09:00:01.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'0000000000000000000000000000000000000000000000000000000000000000','36e4622576835122037f64e27c5391e9b614e10cf5f67f0f97ea46899a9ffd85');
INSERT INTO "journal_entry" VALUES(2,'2026-11-23T09:00:02.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'36e4622576835122037f64e27c5391e9b614e10cf5f67f0f97ea46899a9ffd85','27ec9cf2d232495b8b50f581818820ca48af5c0d27bfd50b41f0954332796809');
INSERT INTO "journal_entry" VALUES(3,'2026-11-23T09:00:03.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'27ec9cf2d232495b8b50f581818820ca48af5c0d27bfd50b41f0954332796809','86ad69387a2df422be69dae98a66283ee09fc4d63e4575a5262abbc19ba2afdd');
INSERT INTO "journal_entry" VALUES(4,'2026-11-23T09:00:04.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'86ad69387a2df422be69dae98a66283ee09fc4d63e4575a5262abbc19ba2afdd','5a672eb0129c58ed89f9106dd09e3cbca769d7231991fda923c17d8cfbfbb3e6');
INSERT INTO "journal_entry" VALUES(5,'2026-11-23T09:00:05.000000Z','Ana Novak','vendor.add','do',NULL,'','0009',5,'5a672eb0129c58ed89f9106dd09e3cbca769d7231991fda923c17d8cfbfbb3e6','8d455a083f39a2302f7fb906057acfeb3639fb731f6a8a71aa3acd89fba97e4e');
INSERT INTO "journal_entry" VALUES(6,'2026-11-23T09:00:06.000000Z','Ana Novak','engagement.edit','do',NULL,'','0009',2,'8d455a083f39a2302f7fb906057acfeb3639fb731f6a8a71aa3acd89fba97e4e','7235e4fb701590ea724c775589e3922e6dbbdca3e82244963b9094b747b9833e');
INSERT INTO "journal_entry" VALUES(7,'2026-11-23T09:00:07.000000Z','Ana Novak','customer.add','do',NULL,'','0009',11,'7235e4fb701590ea724c775589e3922e6dbbdca3e82244963b9094b747b9833e','3b38143f938a489c855a848d5b77a6b3f205c913b43d9fce986da9a515cf7bc2');
INSERT INTO "journal_entry" VALUES(8,'2026-11-23T09:00:08.000000Z','Ana Novak','change.add','do',NULL,'','0009',2,'3b38143f938a489c855a848d5b77a6b3f205c913b43d9fce986da9a515cf7bc2','e1fbf00e9af6b21a828235cbca77cf9ec978be75993fb639e408d5eef82dddc0');
INSERT INTO "journal_entry" VALUES(9,'2026-11-23T09:00:09.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'e1fbf00e9af6b21a828235cbca77cf9ec978be75993fb639e408d5eef82dddc0','4a36ea0686f8ae146c8f557f43e800e39d0d0dadaef9c91370f6c2243df9fdab');
INSERT INTO "journal_entry" VALUES(10,'2026-11-23T09:00:10.000000Z','Ana Novak','setting.edit','do',NULL,'','0009',2,'4a36ea0686f8ae146c8f557f43e800e39d0d0dadaef9c91370f6c2243df9fdab','f02f63b7bb4a69c9719466edd3fee0b87dcd06b70d9d3353cb608ca89967e596');
INSERT INTO "journal_entry" VALUES(11,'2026-11-23T09:00:11.000000Z','Ana Novak','location.add','do',NULL,'','0009',48,'f02f63b7bb4a69c9719466edd3fee0b87dcd06b70d9d3353cb608ca89967e596','3be725fbdbbf9a32b3e04b8bacb92dc1d526d0f2a3940c8c897d24f8b73043e3');
INSERT INTO "journal_entry" VALUES(12,'2026-11-23T09:00:12.000000Z','Ana Novak','change.approve_text','do',NULL,'','0009',2,'3be725fbdbbf9a32b3e04b8bacb92dc1d526d0f2a3940c8c897d24f8b73043e3','25dc26711e63fc1ca35711d580ae23a2c05cbc065ad01e355350effeb8f63a10');
INSERT INTO "journal_entry" VALUES(13,'2026-11-23T09:00:13.000000Z','Ana Novak','finding.add','do',NULL,'','0009',2,'25dc26711e63fc1ca35711d580ae23a2c05cbc065ad01e355350effeb8f63a10','7ed9f006d30f2a545f199c9b70c4acc677e32791c7db48513c11d246b1adbf96');
INSERT INTO "journal_entry" VALUES(14,'2026-11-23T09:00:14.000000Z','Ana Novak','finding.communicate','do',NULL,'','0009',2,'7ed9f006d30f2a545f199c9b70c4acc677e32791c7db48513c11d246b1adbf96','391211be07f5dd34980ded95e9bda1d8c09552fba802c1469d79dcf008f32552');
INSERT INTO "journal_entry" VALUES(15,'2026-11-23T09:00:17.000000Z','Ana Novak','letters.write','do',NULL,'','0009',6,'391211be07f5dd34980ded95e9bda1d8c09552fba802c1469d79dcf008f32552','fda01779100562140a13a4011d0503cb5962f88cf17681db0b84f6afdc0cdf20');
INSERT INTO "journal_entry" VALUES(16,'2026-11-23T09:00:22.000000Z','Ana Novak','notice.sent','do',NULL,'sent','0009',6,'fda01779100562140a13a4011d0503cb5962f88cf17681db0b84f6afdc0cdf20','ba8ea582450840d7884a1a7277343d6d6e335e75b8ba2b80aa0fde7bfc92fd85');
INSERT INTO "journal_entry" VALUES(17,'2026-11-23T09:00:24.000000Z','Ana Novak','objection.add','do',NULL,'','0009',2,'ba8ea582450840d7884a1a7277343d6d6e335e75b8ba2b80aa0fde7bfc92fd85','8d5460f57d4e776d81b80b83648680e43a7aa6f38b8693e19964b292c691bab4');
INSERT INTO "journal_entry" VALUES(18,'2026-11-23T09:00:25.000000Z','Ana Novak','vendor.edit','do',NULL,'','0009',2,'8d5460f57d4e776d81b80b83648680e43a7aa6f38b8693e19964b292c691bab4','63569de6d7271d345a90e798e6766bee01db63b3815865b11eb6d2c275d617ea');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_head PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,18,'63569de6d7271d345a90e798e6766bee01db63b3815865b11eb6d2c275d617ea');
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
INSERT INTO "location" VALUES('00000007-0000-7000-8000-000000000000','00000003-0000-7000-8000-000000000000','ACCESS','BR','','','{}',NULL,NULL,1);
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
	row_version INTEGER NOT NULL, written_on TEXT, shorter_asked_on TEXT, shorter_agreed_on TEXT, shorter_days INTEGER, shorter_note TEXT DEFAULT '' NOT NULL, emergency_basis TEXT, emergency_on TEXT, emergency_source TEXT DEFAULT '' NOT NULL, onboarding TEXT, onboarding_on TEXT, taken_in_on TEXT, earlier_sent_at TEXT, onboarding_note TEXT DEFAULT '' NOT NULL, taken_in_why TEXT DEFAULT '' NOT NULL, earlier_proof TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_notice PRIMARY KEY (id)
);
INSERT INTO "notice" VALUES('00000052-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c1','t1','2026-11-23T08:00:00.000000Z','EMAIL','dpo@alder.example','96f55f09817fe6ed8a266780d94a2624a0ed96964957ababaed0ccd3bb200bdf','2026-12-07','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,'','','');
INSERT INTO "notice" VALUES('00000053-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c2','t2','2026-11-23T08:00:00.000000Z','EMAIL','dpo@birch.example','7a329a64e4c87a96c40a186987a9c60ebba6074a8d071a2a61242c057d7bd5cc','2026-12-23','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,'','','');
INSERT INTO "notice" VALUES('00000054-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c3','t3','2026-11-23T08:00:00.000000Z','EMAIL','dpo@cedar.example','6c050b1236943e22c7c49b6f10327aa92ca20c51b240b739370195f346d3f546','2027-01-22','outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,'','','');
INSERT INTO "notice" VALUES('00000055-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','t4','2026-11-23T08:00:00.000000Z','EMAIL','dpo@dogwood.example','bb7140557a16374b491b46fffe5aed0544c28e4718b284421940d6ea7434bd62',NULL,'outbox',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,'','','');
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
INSERT INTO "objection" VALUES('00000056-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','2026-11-23T08:00:00.000000Z','We object.','','RECEIVED','',NULL,1);
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
INSERT INTO "setting" VALUES('dpo','dpo@telecom.example',1);
INSERT INTO "setting" VALUES('list_address','https://telecom.example/sub-processors',1);
CREATE TABLE snooze (
	id TEXT NOT NULL, 
	person TEXT NOT NULL, 
	task TEXT NOT NULL, 
	until TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_snooze PRIMARY KEY (id)
);
CREATE TABLE stage_move (
	id TEXT NOT NULL, 
	engagement_id TEXT NOT NULL, 
	step TEXT NOT NULL, 
	from_stage TEXT NOT NULL, 
	to_stage TEXT NOT NULL, 
	moved_on TEXT NOT NULL, 
	moved_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	cause TEXT NOT NULL, 
	head_of_privacy TEXT NOT NULL, 
	ciso TEXT NOT NULL, 
	attested TEXT NOT NULL, 
	dpo_opinion TEXT NOT NULL, 
	dpo_text TEXT NOT NULL, 
	dpo_on TEXT, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_stage_move PRIMARY KEY (id)
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
	row_version INTEGER NOT NULL, deemed_unit TEXT, pre_approved_affiliates BOOLEAN DEFAULT 0 NOT NULL, pre_approved_eea BOOLEAN DEFAULT 0 NOT NULL, pre_approved_names TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES('t1','c1','GENERAL',14,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.1',0,NULL,NULL,1,NULL,0,0,'[]');
INSERT INTO "terms" VALUES('t2','c2','GENERAL',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.2',0,NULL,NULL,1,NULL,0,0,'[]');
INSERT INTO "terms" VALUES('t3','c3','GENERAL',60,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.3',0,NULL,NULL,1,NULL,0,0,'[]');
INSERT INTO "terms" VALUES('t4','c4','SPECIFIC',30,'CALENDAR','SENT',0,'EXCLUDE_START_DAY',NULL,NULL,'UNTIL_WINDOW_ENDS',NULL,0,0,0,'','EMAIL','7.4',0,NULL,NULL,1,NULL,0,0,'[]');
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
INSERT INTO "vendor" VALUES('00000001-0000-7000-8000-000000000000','Norte Cloud S.A.','','THIRD_PARTY','BR','1 High Street','HRB 1','','','','','Mira Horvat','',NULL,3,'norte cloud s.a.
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
CREATE INDEX ix_engagement_stage ON engagement (stage);
CREATE INDEX ix_engagement_service_id ON engagement (service_id);
CREATE INDEX ix_engagement_vendor_id ON engagement (vendor_id);
CREATE INDEX ix_stage_move_engagement_id ON stage_move (engagement_id);
COMMIT;
