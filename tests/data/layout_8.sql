BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
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
INSERT INTO "journal_change" VALUES(1,0,'','',NULL,'{"setting":"company"}','00000000000000000000000000000000','3563318376acfc09498df78242c71e27404a0a70f619da19d9fc5cafd3375b9e',NULL,NULL);
INSERT INTO "journal_change" VALUES(1,1,'setting','company',NULL,'{"id":"company","value":"Example Telecom"}','00000000000000000000000000000001','e3a7ede336a3776be12cd2a005f5a836c698d7bae5a9e372eaf181acd7702bc3',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,0,'','',NULL,'{"id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000002','5bb079ebee844e44160b19b146a83b246f1ade6bd325e28f20c7dc68250c030f',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,1,'service','00000002-0000-7000-8000-000000000000',NULL,'{"code":"SMS","id":"00000002-0000-7000-8000-000000000000","name":"{\"en\":\"SMS\"}","region_locked":false}','00000000000000000000000000000003','20b9cbb7147d074ff6506f7f16f9f2b24bacc7dfe88158328b0a8786ef23c651',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,2,'vendor','00000001-0000-7000-8000-000000000000',NULL,'{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','00000000000000000000000000000004','892f0b877de8a91ae9b3950b04148fb4834fa5002b6f6217930c6a3091b660e0',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,3,'engagement','00000003-0000-7000-8000-000000000000',NULL,'{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000005','3d55856490eff0a4140bfc8a3fe43d01d7a269cfe2260f584048cf0e5eeb92eb',NULL,NULL);
INSERT INTO "journal_change" VALUES(2,4,'location','00000004-0000-7000-8000-000000000000',NULL,'{"country":"BR","engagement_id":"00000003-0000-7000-8000-000000000000","entity":"","id":"00000004-0000-7000-8000-000000000000","kind":"STORAGE","place":"","purpose":"{}","valid_from":null,"valid_to":null}','00000000000000000000000000000006','e5d9d5269722e814bb35810699164b3a4eeac8af198b15ae05f0b486584b2096',NULL,NULL);
INSERT INTO "journal_change" VALUES(3,0,'','',NULL,'{"fields":["stage"],"id":"00000003-0000-7000-8000-000000000000"}','00000000000000000000000000000007','ed8871ad24fa9fc539e94b7f57d02f0a5e6a6c291edf4f256a82e92619c895f8',NULL,NULL);
INSERT INTO "journal_change" VALUES(3,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"DRAFT","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000008','a072ab6e540c5c8dfd8bbe66a9393bee35a9016903df238c5ba163c5a8f6f59d',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,0,'','',NULL,'{}','00000000000000000000000000000009','ea3ee391c6e3c801b0680d0972e5dfa1055d22bae998cad4f041d2dc14c7384d',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,1,'data_centre','dc-eu',NULL,'{"code":"EU","id":"dc-eu","name":"{\"en\":\"Europe\"}"}','0000000000000000000000000000000a','59dcccdf46d511800533f0f7f3ec4852a72015056d956615679c61a1776b6c3f',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,2,'customer','c1',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@alder.example","id":"c1","language":"en","name":"Alder","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','0000000000000000000000000000000b','241e71334a55cc5d53e65659813d769c78193602ec8dfe7da141380459b99ea7',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,3,'customer','c2',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@birch.example","id":"c2","language":"en","name":"Birch","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','0000000000000000000000000000000c','3c6eec2e60e0acb2007f55a82a4047b5bd39f9d0cdbfbb67f91ce99dd71827d2',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,4,'customer','c3',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@cedar.example","id":"c3","language":"en","name":"Cedar","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','0000000000000000000000000000000d','4aa36fa3612c132911c7ed82079eac6abe61463fdc87127c333ddc3a7617e7df',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,5,'customer','c4',NULL,'{"account_id":"","active":true,"address":"","data_centre":"EU","email":"dpo@dogwood.example","id":"c4","language":"en","name":"Dogwood","region_lock":false,"salutation":"","services":"[\"00000002-0000-7000-8000-000000000000\"]","zone":"UTC"}','0000000000000000000000000000000e','076df2d04eba3ad534f41a61fe1ff541b773356ade4a7309281ad06c49635aae',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,6,'terms','t1',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.1","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c1","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t1","notice_days":14,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','0000000000000000000000000000000f','237fddafe32f26dedddc62d62debb6e2537db3b31d435e02d82de56744804e78',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,7,'terms','t2',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.2","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c2","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t2","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000010','1eee7c7d0589583067110b9e50c9272c12f65f9cfca1cc6ba05dcf98b2a294c7',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,8,'terms','t3',NULL,'{"assumed":false,"authorisation":"GENERAL","channel":"EMAIL","clause":"7.3","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c3","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t3","notice_days":60,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000011','ceef27172d360b4e93739b16be80a6f47ef18bbdd23372489fa1da4ecb6282df',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,9,'terms','t4',NULL,'{"assumed":false,"authorisation":"SPECIFIC","channel":"EMAIL","clause":"7.4","clock_starts":"SENT","commission_clauses":false,"count_rule":"EXCLUDE_START_DAY","critical_function":false,"customer_id":"c4","deemed_days":0,"deemed_unit":null,"dora":false,"holidays":"","id":"t4","notice_days":30,"notice_unit":"CALENDAR","objection_blocks":"UNTIL_WINDOW_ENDS","objection_days":null,"objection_unit":null,"request_lead_days":null,"valid_from":null,"valid_to":null}','00000000000000000000000000000012','7a8c8b9534916393c0aa2d7585b8660ed8083393ffb4a8e6764829dd859187b7',NULL,NULL);
INSERT INTO "journal_change" VALUES(4,10,'customer','c9',NULL,'{"account_id":"","active":false,"address":"","data_centre":"","email":"","id":"c9","language":"en","name":"Yew","region_lock":false,"salutation":"","services":"[]","zone":"UTC"}','00000000000000000000000000000013','725bf1b9392eb1115b196ba9a4eab6b804e0cdd7106c514e8bcf358181cb2069',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,0,'','',NULL,'{"engagement":"00000003-0000-7000-8000-000000000000"}','00000000000000000000000000000014','dd11548bbceae011bd6b52c2f7439483c8b12e4cb5cebae4831879fc6ef8ffd9',NULL,NULL);
INSERT INTO "journal_change" VALUES(5,1,'change','00000005-0000-7000-8000-000000000000',NULL,'{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','00000000000000000000000000000015','96ef1bca475ed322e5372d8433d5d0cd874ede1fa0b8b68663665e1c31e7474b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,0,'','',NULL,'{"setting":"address"}','00000000000000000000000000000016','c7f006ce076e2692665094508c539b0194391df8a4367139b2813fed472d830b',NULL,NULL);
INSERT INTO "journal_change" VALUES(6,1,'setting','address',NULL,'{"id":"address","value":"Ulica 12, 10000 Zagreb"}','00000000000000000000000000000017','392f2adfcfd29a51ef5dfc8a993f0a0cfbe82eeb3c47024309fef16b676a8db2',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,0,'','',NULL,'{"setting":"contact"}','00000000000000000000000000000018','26bb005081475f143b9de89c636453cc184f456e966bd27d28f0df4856005e3d',NULL,NULL);
INSERT INTO "journal_change" VALUES(7,1,'setting','contact',NULL,'{"id":"contact","value":"privacy@telecom.example"}','00000000000000000000000000000019','d8fbb56beeeb1748ed2d445c39432f36f2d877d92f3967457ba76af76eec31e0',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,0,'','',NULL,'{"setting":"dpo"}','0000000000000000000000000000001a','638b72cea5637d599b592ce92963a136584201706633f31e3d4074badb9a1f23',NULL,NULL);
INSERT INTO "journal_change" VALUES(8,1,'setting','dpo',NULL,'{"id":"dpo","value":"dpo@telecom.example"}','0000000000000000000000000000001b','98f4131935eba963b6274adb62ec7f6dc4fb47a0252a7135e9087a796cc910fa',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,0,'','',NULL,'{"setting":"list_address"}','0000000000000000000000000000001c','d45ea8f1a655b7f625d191c8bee935bf787a299da84548ba8ac4b52998f4c165',NULL,NULL);
INSERT INTO "journal_change" VALUES(9,1,'setting','list_address',NULL,'{"id":"list_address","value":"https://telecom.example/sub-processors"}','0000000000000000000000000000001d','704486797f7c76f85186df163ab15a4e1a40a14f90b1e60851aede8da45dfc72',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,0,'','',NULL,'{}','0000000000000000000000000000001e','3b21532ad14750e33630da29b450c48efc2324ed4e1c43f26633a5ea81f71534',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,1,'engagement','00000003-0000-7000-8000-000000000000','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":false,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"","role_reviewed_by":"","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','{"anchor":null,"closed_reason":"","critical_function":false,"cycles":0,"data_categories":"[\"PHONE_NUMBER\"]","data_flags":"[]","data_note":"{}","factor_access":null,"factor_chain":null,"factor_criticality":null,"factor_data":null,"factor_history":null,"factor_substitutability":null,"factor_territory":null,"factor_volume":null,"fourth_parties_complete":true,"id":"00000003-0000-7000-8000-000000000000","live_since":null,"locked_exception":"","origin":"REGISTERED","owner":"","planned_live":null,"purpose":"{\"en\":\"Hosting of message logs\"}","reaches_locked":null,"requested_by":"Ana Novak","role":"SUB_PROCESSOR","role_rationale":"Acts on our instructions only.","role_reviewed_by":"Rita Reviewer","service_id":"00000002-0000-7000-8000-000000000000","stage":"LIVE","tier_override":null,"tier_reason":"","valid_from":null,"valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000"}','0000000000000000000000000000001f','4f68d9aa0ae14ce435e107b505cbd129d7807886a946c6bc493cefee2ab1cad9',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,2,'vendor','00000001-0000-7000-8000-000000000000','{"address":"","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"","website":""}','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"HRB 1","website":""}','00000000000000000000000000000020','f93595d01ab5b64fe15b290581391c85de3c2335623abb55a02bed0d0cb24f4b',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,3,'contact','00000006-0000-7000-8000-000000000000',NULL,'{"customer_id":"","email":"privacy@vendor.example","function":"","id":"00000006-0000-7000-8000-000000000000","name":"","phone":"","vendor_id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000021','9563d80381d1bf81da3a3cf109c7f64134b4d4299f4bb1bba747abbf53864c03',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,4,'location','00000007-0000-7000-8000-000000000000',NULL,'{"country":"BR","engagement_id":"00000003-0000-7000-8000-000000000000","entity":"","id":"00000007-0000-7000-8000-000000000000","kind":"ACCESS","place":"","purpose":"{}","valid_from":null,"valid_to":null}','00000000000000000000000000000022','f3b9929da137610735fd3395d7fcfafd773a23150f7d94f798e45f03cab12717',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,5,'flow','00000008-0000-7000-8000-000000000000',NULL,'{"annexes_complete":true,"checked_on":null,"condition_met":true,"engagement_id":"00000003-0000-7000-8000-000000000000","exporter":"Ours","exporter_country":"DE","fallback":"","ground":"","id":"00000008-0000-7000-8000-000000000000","importer":"Norte Cloud S.A.","importer_country":"BR","kind":"STORAGE","mechanism":"SCC_2021_914","module":3,"next_due":null,"regimes":"[\"EU\"]","tia_made_on":null,"tia_outcome":"POSITIVE","tia_valid_until":"2029-01-31","valid_from":null,"valid_to":null}','00000000000000000000000000000023','337816c09637ed82cc20fff8c5a3ee5e3b5d091c3cf50bcdd3a476c90786aa1f',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,6,'flow','00000009-0000-7000-8000-000000000000',NULL,'{"annexes_complete":true,"checked_on":null,"condition_met":true,"engagement_id":"00000003-0000-7000-8000-000000000000","exporter":"Ours","exporter_country":"DE","fallback":"","ground":"","id":"00000009-0000-7000-8000-000000000000","importer":"Norte Cloud S.A.","importer_country":"BR","kind":"ACCESS","mechanism":"SCC_2021_914","module":3,"next_due":null,"regimes":"[\"EU\"]","tia_made_on":null,"tia_outcome":"POSITIVE","tia_valid_until":"2029-01-31","valid_from":null,"valid_to":null}','00000000000000000000000000000024','8bced0f62a2cd0ba5ef6f551b63f380d25491ebc64486e2180667846c6e237a0',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,7,'document','00000010-0000-7000-8000-000000000000',NULL,'{"acceptance":"SIGNATURE","covers_service":null,"covers_sites":null,"covers_vendor":null,"criteria":"[]","depends_on":"","edition":"","engagement_id":"","evidence":"31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860","file_name":"","holder":"","id":"00000010-0000-7000-8000-000000000000","issued_on":null,"issuer":"","kind":"DPA","next_report_confirmed":false,"number":"","opinion":"","period_end":null,"period_start":null,"recorded_status":"","scope":"","sha256":"31cc3a85c0b9f4e1d9f7a002013dafd2ce577ecd92a7a1093148f2ab87f75860","size":0,"title":"Agreement","valid_from":"2026-01-27","valid_to":null,"vendor_id":"00000001-0000-7000-8000-000000000000","verified_how":"","verified_on":null}','00000000000000000000000000000025','e7539a74550986d6a6b6bc0cc2ddf3ebb870ce48420187a29cefca405c258e9a',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,8,'clause_check','00000011-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000011-0000-7000-8000-000000000000","item":"D-01","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000026','3cf360956f668ded22342a481d29a47ced41af33df690e5df7a1927358053338',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,9,'clause_check','00000012-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000012-0000-7000-8000-000000000000","item":"D-02","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000027','afeeafa93a1f5b29542141a956d08822ed0aa1f911d148f18ea2a495ad27759d',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,10,'clause_check','00000013-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000013-0000-7000-8000-000000000000","item":"D-03","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000028','aa45b58a48049b8406d9bc5dd73094df673b782d661cf355a35f323731c8b05d',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,11,'clause_check','00000014-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000014-0000-7000-8000-000000000000","item":"D-04","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000029','35080636bdfd024be97ec183e3420fc639a8badd9603b5d2d976572656f49dba',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,12,'clause_check','00000015-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000015-0000-7000-8000-000000000000","item":"D-05","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002a','413527a91c5b3d6f6bfbf9a08b5c9dcd3d04ba8e1c24cdad0ecd2cbb41056ecd',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,13,'clause_check','00000016-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000016-0000-7000-8000-000000000000","item":"D-06","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002b','21d5f2ab8779a4eb8aa742780beb944ac07e267a5cbb3a07da2c043494ca00cb',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,14,'clause_check','00000017-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000017-0000-7000-8000-000000000000","item":"D-07","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002c','22e5860e47c873812358c0c0ba6466b9826248cd071e9f2bfbd5b38e84ac0a5e',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,15,'clause_check','00000018-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000018-0000-7000-8000-000000000000","item":"D-08","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002d','1976d7e98e8955a870ba35ce049559def38879cda3d1b74569bc2780185df1f2',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,16,'clause_check','00000019-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000019-0000-7000-8000-000000000000","item":"D-09","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002e','63618a320bf5f6a4d125dc5507656a4a69e8a641a49ed6ba639b39d4e931548c',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,17,'clause_check','00000020-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000020-0000-7000-8000-000000000000","item":"D-10","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000002f','6c19669e1eb682ec97167d56c634d83703d292942e4b2e1cad3656746782aba4',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,18,'clause_check','00000021-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000021-0000-7000-8000-000000000000","item":"D-11","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000030','06173ea4c84f9d5fb68409b82b6b9dd2a21a0314b122ddedd700615fbf389d61',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,19,'clause_check','00000022-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000022-0000-7000-8000-000000000000","item":"D-12","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000031','30079a595719ed9c75631091032c4a50f81c4760dcad4281a2d04c05dc3aadbd',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,20,'clause_check','00000023-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000023-0000-7000-8000-000000000000","item":"D-13","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000032','5e30547e4ef3fa5491664c744f46c967e3fbb5c6324c15a1f31e02698331a1ea',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,21,'clause_check','00000024-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000024-0000-7000-8000-000000000000","item":"D-14","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000033','6d1e676a938d2acc61279cd75e69ca9fc90a7fef2e411ae755b050859e0a6075',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,22,'clause_check','00000025-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000025-0000-7000-8000-000000000000","item":"D-15","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000034','ed67f58b4d995061cc7cfbbbfb93d9bfba828ecfed7e047d77e1ec4494ffe88c',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,23,'clause_check','00000026-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000026-0000-7000-8000-000000000000","item":"D-16","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000035','5f8d4c6ca05e8105502936c0e0ce69cede6df79b233785e79215bc799bca5c92',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,24,'clause_check','00000027-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000027-0000-7000-8000-000000000000","item":"D-17","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000036','f49223f5dc289579b8cc77f095ae0388174fa0b05a8fcdf68b76daeb48272007',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,25,'clause_check','00000028-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000028-0000-7000-8000-000000000000","item":"D-18","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000037','4f78dc1276f7c5ba419c4dd30502ee502b0465802c8dedc875e94ae19bb84851',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,26,'clause_check','00000029-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000029-0000-7000-8000-000000000000","item":"D-19","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000038','fb147b8d7cf2c156f4ac12ef67089becfb9e36efc9c3e32706c92e1f32279f81',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,27,'clause_check','00000030-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000030-0000-7000-8000-000000000000","item":"D-20","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000039','e5cf1f3df5764a01b3107a1dce879738e0059333c7db90ffedc96f2713e763a6',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,28,'clause_check','00000031-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000031-0000-7000-8000-000000000000","item":"D-21","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003a','b3353fae04cafadb1a9689f35e65b5a001ef4d9fac7ff45025e07c855d23f89a',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,29,'clause_check','00000032-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000032-0000-7000-8000-000000000000","item":"D-22","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003b','b9a93b30b5525999e90fd4f1a612ddfbc3c74c1bc198cd2819bf0aa6117231ec',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,30,'clause_check','00000033-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000033-0000-7000-8000-000000000000","item":"D-23","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003c','89d0cbefc9f35f21f293f5779b932e2e82ed3e1155513245e25a481c8c7f28e8',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,31,'clause_check','00000034-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000034-0000-7000-8000-000000000000","item":"D-24","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003d','ec1951870356e8b058875f35f16d4500f8ecd1ae4f20ccbee4f63a1b0a631f1f',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,32,'clause_check','00000035-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000035-0000-7000-8000-000000000000","item":"D-25","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003e','a3c48bc3edf238523576a4fa34e676e7c86d89881cb6edcba566c59206392769',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,33,'clause_check','00000036-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000036-0000-7000-8000-000000000000","item":"D-26","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000003f','1aa81417b7f10ad7a8b2916d7f76d71a7f0845860fe2901cfe5266a11b898cfa',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,34,'clause_check','00000037-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000037-0000-7000-8000-000000000000","item":"D-27","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000040','4db25d26cdf6bf91c191cb9fc13ecc218e31c3e68f28fc42e3ba81bd4b389a1c',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,35,'clause_check','00000038-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000038-0000-7000-8000-000000000000","item":"D-28","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000041','4a9e12b9a0b49e14e0a6441d645793be4bbd9b65037e00c77d1137a3b162f98f',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,36,'clause_check','00000039-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000039-0000-7000-8000-000000000000","item":"D-29","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000042','b5c5fcbb1697040892ec5adb064891e76758e9100dc97185ebd3fbfd82040d3c',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,37,'clause_check','00000040-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000040-0000-7000-8000-000000000000","item":"D-30","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000043','5b31854bfae66234a80f8777e5d24e5a92a43e24e9d883fc5c0267ee548ba602',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,38,'clause_check','00000041-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000041-0000-7000-8000-000000000000","item":"D-31","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000044','9aa1d33817feb33ddeda204c41cc33bba8171cdcb3d39af3966e8d7c80207d5a',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,39,'clause_check','00000042-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000042-0000-7000-8000-000000000000","item":"D-32","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000045','eedfd87f9acece09b553c548c66463ebb1c2fd4fe8d33ec04128608d842b0971',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,40,'clause_check','00000043-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000043-0000-7000-8000-000000000000","item":"D-33","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000046','2219497ed8f7a4a62d6388389a51d78dafea254316d9c2f0c97d6f8b7081301b',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,41,'clause_check','00000044-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000044-0000-7000-8000-000000000000","item":"D-34","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000047','8a39a74f205d4d72d72d457c486b4b33cac045fb23869d8e6908328ee196fc21',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,42,'clause_check','00000045-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000045-0000-7000-8000-000000000000","item":"D-35","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000048','f78818a7419e378acc1f202f62aac67dbfb81cffeb0cbfe84b1fc97caf7964ba',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,43,'clause_check','00000046-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000046-0000-7000-8000-000000000000","item":"D-36","note":"","result":"PRESENT","reviewed_by":""}','00000000000000000000000000000049','da05aced7745d292d9a23d756eb7e8998147b136184de0c6d6a8c0ad8265536e',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,44,'clause_check','00000047-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000047-0000-7000-8000-000000000000","item":"D-37","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004a','5d9917ddc8f2ecbb342970ca3a77fafee0281d9f586fd0b966933b171448bf51',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,45,'clause_check','00000048-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000048-0000-7000-8000-000000000000","item":"D-38","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004b','0bcc5e4f7346c341cb01fa880cecb980e2f87c46ec4fdbae7c04af8c32cad56e',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,46,'clause_check','00000049-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000049-0000-7000-8000-000000000000","item":"D-39","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004c','ab09ced69650e24765bfb82737b0a505c6ffd8c0ea80b7404ed6bcd0282830c4',NULL,NULL);
INSERT INTO "journal_change" VALUES(10,47,'clause_check','00000050-0000-7000-8000-000000000000',NULL,'{"clause":"","document_id":"00000010-0000-7000-8000-000000000000","id":"00000050-0000-7000-8000-000000000000","item":"D-40","note":"","result":"PRESENT","reviewed_by":""}','0000000000000000000000000000004d','d87fa7fb5e5033373c3cb77e78393ee806764bb008a14f8f85197227ea0d16d1',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','0000000000000000000000000000004e','e2cd266674454696e913d4699c0cc3d73ab1a24fd77d4a8e8b1ae6333e074006',NULL,NULL);
INSERT INTO "journal_change" VALUES(11,1,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"","text_approved_on":null}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','0000000000000000000000000000004f','1edda8a8fcb83132413b785814f86c92c97234d12f38f1e3aaece5fc31319fa8',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000050','2c900f81155608db6591efd6e445e2d17aa76c3c428de12717e94b71c315fb4c',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,1,'notice','00000051-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"cf8e9fbfa99073c17b48ea1644bf7e42c027f6838b5ec5410a6e1095c263d3b9","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000051-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','00000000000000000000000000000051','f843202d61895965f039e0c6327fed1c05d65233fac55587a28248e788526b5a',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,2,'notice','00000052-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"a2f0ce333e65cb74a1fb1531ad18e7799514212dde988b51bb886230c305708e","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','00000000000000000000000000000052','c0df9474d480e2ff9f5cd0fe60e7c579c1466874b5158eb04f1d3124de4a75f1',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,3,'notice','00000053-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','00000000000000000000000000000053','b07da5bd9e18483c3a0e356baa3b5029614ba28bff855f5159c77b60b18b1bc7',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,4,'notice','00000054-0000-7000-8000-000000000000',NULL,'{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"eabec83f99c45a6e0947d10aca91c0b4a0a86110ce13ab957afa4479d6e91144","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','00000000000000000000000000000054','b068af13a161f0478b5988e462f3dd7072c2d5dbe815cfa29bdf9b41cc24580b',NULL,NULL);
INSERT INTO "journal_change" VALUES(12,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"DRAFT","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','00000000000000000000000000000055','6f0fab75a6d1f3a74f5f20daabb248c8f2cf71d667913e3cd349b02a9e8f61ae',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,0,'','',NULL,'{"at":"2026-11-23T08:00:00+00:00","change":"00000005-0000-7000-8000-000000000000"}','00000000000000000000000000000056','2a8a86b71114dc16b80d388a9cb5c7155969207f5585eb24b9023448f0c0551b',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,1,'notice','00000051-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"cf8e9fbfa99073c17b48ea1644bf7e42c027f6838b5ec5410a6e1095c263d3b9","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000051-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@alder.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"cf8e9fbfa99073c17b48ea1644bf7e42c027f6838b5ec5410a6e1095c263d3b9","customer_id":"c1","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000051-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-07","terms_id":"t1","written_on":"2026-11-23"}','00000000000000000000000000000057','c933acce6a8d62c6c429218215fd6e9c7f270bd0f807635d439e3f9efe31b18e',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,2,'notice','00000052-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"a2f0ce333e65cb74a1fb1531ad18e7799514212dde988b51bb886230c305708e","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@birch.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"a2f0ce333e65cb74a1fb1531ad18e7799514212dde988b51bb886230c305708e","customer_id":"c2","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000052-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2026-12-23","terms_id":"t2","written_on":"2026-11-23"}','00000000000000000000000000000058','1f634f1ec78cf1ed454f9863a075a2e417b959878a814658cd29997417e299a7',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,3,'notice','00000053-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','00000000000000000000000000000059','54e8d3bbfca840ad81f7bf511371fcd59d6df7460856e9ca102c947154893a1d',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,4,'notice','00000054-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"eabec83f99c45a6e0947d10aca91c0b4a0a86110ce13ab957afa4479d6e91144","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","proof":"","sent_at":null,"shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@dogwood.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"eabec83f99c45a6e0947d10aca91c0b4a0a86110ce13ab957afa4479d6e91144","customer_id":"c4","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000054-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":null,"terms_id":"t4","written_on":"2026-11-23"}','0000000000000000000000000000005a','a26994fa49337da15649e13f145b39f583d07415821ec39ee635575c9ee98a48',NULL,NULL);
INSERT INTO "journal_change" VALUES(13,5,'change','00000005-0000-7000-8000-000000000000','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"LETTERS_READY","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','{"created_on":"2026-11-23","emergency_until":null,"emergency_why":"","engagement_id":"00000003-0000-7000-8000-000000000000","id":"00000005-0000-7000-8000-000000000000","kind":"ADD","live_on":null,"number":"2026-01","owner":"Ana Novak","planned_on":"2027-02-02","published_on":null,"regions":"[]","replaces_id":"","state":"RUNNING","text":"{}","text_approved_by":"Ana Novak","text_approved_on":"2026-11-23"}','0000000000000000000000000000005b','ba3fcd007918cec60a54fcbae3bd1e49eff4ff5a79aee72e7dda44502487c438',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000","customer":"c1"}','0000000000000000000000000000005c','90c0f03933397a698091e4a2ab93a03f356736f2fefe74450c3b99f2ce9199f8',NULL,NULL);
INSERT INTO "journal_change" VALUES(14,1,'objection','00000055-0000-7000-8000-000000000000',NULL,'{"change_id":"00000005-0000-7000-8000-000000000000","closed_on":null,"customer_id":"c1","ground":"","id":"00000055-0000-7000-8000-000000000000","outcome_note":"","received_at":"2026-11-23T09:00:20.000000Z","state":"RECEIVED","text":"We object."}','0000000000000000000000000000005d','ae295aecca27fafab4a40559e621e372213ec68d20102c607d5a0eec3c8c485b',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,0,'','',NULL,'{"change":"00000005-0000-7000-8000-000000000000","customer":"c3"}','0000000000000000000000000000005e','0c812316d9b8506cf79870f1bff312c24748af99c1b3687414e1a57ccffa28ff',NULL,NULL);
INSERT INTO "journal_change" VALUES(15,1,'notice','00000053-0000-7000-8000-000000000000','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":false,"excluded_why":"","id":"00000053-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','{"acknowledged_on":null,"address":"dpo@cedar.example","approved_on":null,"approved_timed":false,"change_id":"00000005-0000-7000-8000-000000000000","channel":"EMAIL","content_sha256":"18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e","customer_id":"c3","emergency_basis":null,"emergency_on":null,"emergency_source":"","excluded":true,"excluded_why":"Stays on the old set-up","id":"00000053-0000-7000-8000-000000000000","proof":"mail log","sent_at":"2026-11-23T08:00:00.000000Z","shorter_agreed_on":null,"shorter_asked_on":null,"shorter_days":null,"shorter_note":"","stated_end":"2027-01-22","terms_id":"t3","written_on":"2026-11-23"}','0000000000000000000000000000005f','57b1eac5f132b8c389bc6f07b7f3425cd2c935182dba190b61fb68fcdf044097',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,0,'','',NULL,'{"fields":["owner"],"id":"00000001-0000-7000-8000-000000000000"}','00000000000000000000000000000060','4419225fae114b07dda4119e9a392dd7dacafbf31a4e714267550a8a8a5ba5ab',NULL,NULL);
INSERT INTO "journal_change" VALUES(16,1,'vendor','00000001-0000-7000-8000-000000000000','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Ana Novak","parent":"","parent_country":"","registration":"HRB 1","website":""}','{"address":"1 High Street","archived_on":null,"country":"BR","id":"00000001-0000-7000-8000-000000000000","kind":"THIRD_PARTY","legal_name":"","lei":"","name":"Norte Cloud S.A.","notes":"","owner":"Mira Horvat","parent":"","parent_country":"","registration":"HRB 1","website":""}','00000000000000000000000000000061','66941ed107eee4b55229dd3d09f622d264e5592b5dddec4be80b9eba83636880',NULL,NULL);
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
INSERT INTO "journal_entry" VALUES(1,'2026-11-23T09:00:01.000000Z','Ana Novak','setting.edit','do',NULL,'','0008',2,'0000000000000000000000000000000000000000000000000000000000000000','b2d090633a57a8ba3ff87a9db4d233f48e0c0e387ef26b959b1e43ff56a1a7dc');
INSERT INTO "journal_entry" VALUES(2,'2026-11-23T09:00:02.000000Z','Ana Novak','vendor.add','do',NULL,'','0008',5,'b2d090633a57a8ba3ff87a9db4d233f48e0c0e387ef26b959b1e43ff56a1a7dc','c442d9dd7d633f156547106e74ee30c5206cccecf6a3fff47e5fc717cfaa99da');
INSERT INTO "journal_entry" VALUES(3,'2026-11-23T09:00:03.000000Z','Ana Novak','engagement.edit','do',NULL,'','0008',2,'c442d9dd7d633f156547106e74ee30c5206cccecf6a3fff47e5fc717cfaa99da','a839de0f38d36876cc5e34df88bddaaa8635ab6e6c13157de4828a08281fb950');
INSERT INTO "journal_entry" VALUES(4,'2026-11-23T09:00:04.000000Z','Ana Novak','customer.add','do',NULL,'','0008',11,'a839de0f38d36876cc5e34df88bddaaa8635ab6e6c13157de4828a08281fb950','9b74d336b138f66d36f737ab3c62fb178f2845bc1843aaa43465fa120da4e572');
INSERT INTO "journal_entry" VALUES(5,'2026-11-23T09:00:05.000000Z','Ana Novak','change.add','do',NULL,'','0008',2,'9b74d336b138f66d36f737ab3c62fb178f2845bc1843aaa43465fa120da4e572','8aac638e66268236eeb6c5226c58f8d4384458263a431645f7c9560d9d50eaa2');
INSERT INTO "journal_entry" VALUES(6,'2026-11-23T09:00:06.000000Z','Ana Novak','setting.edit','do',NULL,'','0008',2,'8aac638e66268236eeb6c5226c58f8d4384458263a431645f7c9560d9d50eaa2','0077084bda936e0085a5ae47e99ae6a7ec143c389ee1c8a7ad192a14cad86028');
INSERT INTO "journal_entry" VALUES(7,'2026-11-23T09:00:07.000000Z','Ana Novak','setting.edit','do',NULL,'','0008',2,'0077084bda936e0085a5ae47e99ae6a7ec143c389ee1c8a7ad192a14cad86028','e3276bc3bcab59f268f9cb07b865704dbdcc9df3a8a411472d2da1190773aaac');
INSERT INTO "journal_entry" VALUES(8,'2026-11-23T09:00:08.000000Z','Ana Novak','setting.edit','do',NULL,'','0008',2,'e3276bc3bcab59f268f9cb07b865704dbdcc9df3a8a411472d2da1190773aaac','d62c2fd591ad165e2e02c8474dead05e0d182cb51bdc2368c00a74122f7d8941');
INSERT INTO "journal_entry" VALUES(9,'2026-11-23T09:00:09.000000Z','Ana Novak','setting.edit','do',NULL,'','0008',2,'d62c2fd591ad165e2e02c8474dead05e0d182cb51bdc2368c00a74122f7d8941','b1d8fd56b080eb4bb4bca777b612b695dd66ef889aafb236fda30e7f509e0357');
INSERT INTO "journal_entry" VALUES(10,'2026-11-23T09:00:10.000000Z','Ana Novak','location.add','do',NULL,'','0008',48,'b1d8fd56b080eb4bb4bca777b612b695dd66ef889aafb236fda30e7f509e0357','367c21d13ec812834db4e1892d1f5e34d4d6cc6abe63a04d7c6bbc240546e7e5');
INSERT INTO "journal_entry" VALUES(11,'2026-11-23T09:00:11.000000Z','Ana Novak','change.approve_text','do',NULL,'','0008',2,'367c21d13ec812834db4e1892d1f5e34d4d6cc6abe63a04d7c6bbc240546e7e5','2c6923cc9846e3f17d91002b4131643da23e27577e95d3f0ef4de7b6ddb80289');
INSERT INTO "journal_entry" VALUES(12,'2026-11-23T09:00:14.000000Z','Ana Novak','letters.write','do',NULL,'','0008',6,'2c6923cc9846e3f17d91002b4131643da23e27577e95d3f0ef4de7b6ddb80289','6b7d5245e8d22a3bf19d6bd56e77ecea1f2332a738212f55dce56d2e01016240');
INSERT INTO "journal_entry" VALUES(13,'2026-11-23T09:00:19.000000Z','Ana Novak','notice.sent','do',NULL,'sent','0008',6,'6b7d5245e8d22a3bf19d6bd56e77ecea1f2332a738212f55dce56d2e01016240','632c4450cf4fdb91f22722b601ff6b7d61ad10acdc36307a343651dfa7953831');
INSERT INTO "journal_entry" VALUES(14,'2026-11-23T09:00:22.000000Z','Ana Novak','objection.add','do',NULL,'','0008',2,'632c4450cf4fdb91f22722b601ff6b7d61ad10acdc36307a343651dfa7953831','4461d9232cc57fbd9a913be7835abbe4e829cc0396cee040f95d8aa7b7122fd2');
INSERT INTO "journal_entry" VALUES(15,'2026-11-23T09:00:23.000000Z','Ana Novak','notice.exclude','do',NULL,'','0008',2,'4461d9232cc57fbd9a913be7835abbe4e829cc0396cee040f95d8aa7b7122fd2','63a729c35e0b1b5f6f726df781eaf10a3cd1e277062e26c64ffef223b38b35b0');
INSERT INTO "journal_entry" VALUES(16,'2026-11-23T09:00:24.000000Z','Ana Novak','vendor.edit','do',NULL,'','0008',2,'63a729c35e0b1b5f6f726df781eaf10a3cd1e277062e26c64ffef223b38b35b0','7599023d7fdef0ba6016f2ef71bb9e5bd79b533552e4776e1f7c0c132d0a84c3');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_head PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,16,'7599023d7fdef0ba6016f2ef71bb9e5bd79b533552e4776e1f7c0c132d0a84c3');
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
	row_version INTEGER NOT NULL, written_on TEXT, shorter_asked_on TEXT, shorter_agreed_on TEXT, shorter_days INTEGER, shorter_note TEXT DEFAULT '' NOT NULL, emergency_basis TEXT, emergency_on TEXT, emergency_source TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_notice PRIMARY KEY (id)
);
INSERT INTO "notice" VALUES('00000051-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c1','t1','2026-11-23T08:00:00.000000Z','EMAIL','dpo@alder.example','cf8e9fbfa99073c17b48ea1644bf7e42c027f6838b5ec5410a6e1095c263d3b9','2026-12-07','mail log',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000052-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c2','t2','2026-11-23T08:00:00.000000Z','EMAIL','dpo@birch.example','a2f0ce333e65cb74a1fb1531ad18e7799514212dde988b51bb886230c305708e','2026-12-23','mail log',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000053-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c3','t3','2026-11-23T08:00:00.000000Z','EMAIL','dpo@cedar.example','18f3941c82c0f6f3ef9cf2ba56d8736de765a27951db9c684ac94d1f39f4c88e','2027-01-22','mail log',NULL,NULL,0,1,'Stays on the old set-up',3,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
INSERT INTO "notice" VALUES('00000054-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c4','t4','2026-11-23T08:00:00.000000Z','EMAIL','dpo@dogwood.example','eabec83f99c45a6e0947d10aca91c0b4a0a86110ce13ab957afa4479d6e91144',NULL,'mail log',NULL,NULL,0,0,'',2,'2026-11-23',NULL,NULL,NULL,'',NULL,NULL,'');
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
INSERT INTO "objection" VALUES('00000055-0000-7000-8000-000000000000','00000005-0000-7000-8000-000000000000','c1','2026-11-23T09:00:20.000000Z','We object.','','RECEIVED','',NULL,1);
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
INSERT INTO "setting" VALUES('company','Example Telecom',1);
INSERT INTO "setting" VALUES('address','Ulica 12, 10000 Zagreb',1);
INSERT INTO "setting" VALUES('contact','privacy@telecom.example',1);
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
CREATE INDEX ix_engagement_service_id ON engagement (service_id);
CREATE INDEX ix_engagement_vendor_id ON engagement (vendor_id);
CREATE INDEX ix_engagement_stage ON engagement (stage);
CREATE INDEX ix_stage_move_engagement_id ON stage_move (engagement_id);
COMMIT;
