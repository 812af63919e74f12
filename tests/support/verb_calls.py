"""A call of every verb over one workspace that has a bit of everything, to look at its answer."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

from tests.support.sendable import complete
from tests.support.stocked import CUSTOMERS, NAMES, SENT, customer_file
from vendorrisk.app.tour.workbook import fill_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.calls import Desk

WRITING = {
    "workspace new": "{place}/other --company X --recovery-out {place}/code.txt",
    "workspace backup": "",
    "workspace restore": "{place}/known.vrbackup {place}/other",
    "workspace lock": "",
    "workspace migrate": "",
    "vendor add": "--name X --country HR --service New --purpose P --storage HR",
    "vendor set": "{vendor} owner=Ana",
    "engagement add": "{vendor} --service Voice --purpose Recording --storage IE --field owner=Ana",
    "engagement set": "{engagement} factor_data=1",
    "engagement move": "{engagement} --to withdrawn --reason 'no longer needed'",
    "workspace set": "dpf_recheck_days=20",
    "location add": "{engagement} --country IE --access",
    "location set": "{location} place=Fortaleza",
    "location remove": "{location}",
    "transfer add": "{engagement} --to US --mechanism dpf",
    "transfer set": "{transfer} tia_outcome=positive",
    "transfer remove": "{transfer}",
    "fourth-party add": "{engagement} --name 'Sur Backup' --country BR --mechanism scc_2021_914",
    "fourth-party set": "{fourth_party} rank=4",
    "fourth-party remove": "{fourth_party}",
    "law add": "--regime eu --code KE --name Kenya --valid-from 2027-03-01",
    "law set": "{law} valid_to=2027-02-28",
    "law remove": "{law}",
    "contact add": "--vendor {vendor} --name 'Iva Lee' --email iva@norte.example",
    "contact set": "{contact} function=DPO",
    "contact remove": "{contact}",
    "import list": "{place}/list.csv",
    "import customers": "{place}/customers.csv",
    "assess start": "{vendor} --questionnaire annual-delta",
    "assess kit": "{assessment} --out {place}/kit.xlsx",
    "assess receive": "{place}/answered.xlsx",
    "assess review": "{assessment} --question PRV-01 --verdict partly",
    "document add": "{vendor} {place}/list.csv --kind OTHER",
    "document set": "{agreement} acceptance=signature",
    "customer export": "--out {place}/out.csv",
    "customer add": "--name Elder --services 'SMS;Fax' --data-centre EU --email dpo@elder.example",
    "customer set": "{customer} email=dpo@granite.example",
    "customer terms": "{customer} notice_days=45 clause='DPA 7.3'",
    "change new": "--kind add --engagement {engagement} --planned 2027-04-01",
    "agreement check": "{agreement} D-01=present D-02=weak",
    "finding add": "{engagement} --severity m --title 'Logs are kept for ever'",
    "finding told": "{finding} --on 2026-11-23",
    "finding move": "{finding} --to fix_claimed",
    "finding accept": "{finding} --until 2026-12-31 --reason R --approver head_of_privacy --approver ciso "
    "--dpo-text None",
    "change plan": "{change} --on 2027-06-01",
    "change text": "{change} --release",
    "change letters": "{change} --out {place}/letters",
    "change sent": "{waiting} --at 2026-11-23T09:00Z --proof log",
    "change published": "{change} --on 2026-11-23 --proof Archive",
    "change answered": "{change} {customer} --acknowledged 2026-11-23",
    "change objection": "{change} {customer} --received 2026-11-23T09:00Z --ground location",
    "change outcome": "{told} {customer} --to in_discussion",
    "change shorter": "{change} {customer} --days 10",
    "change keep-off": "{change} {customer} --why 'stays where it is'",
    "change take-in": "{calm} {off} --why 'agreed after all'",
    "change onboarding": "{told} {new} --given 2026-11-23 --note 'pack 3.2'",
    "change authorised": "{change} {customer} --basis standby --on 2026-03-02 --source 'order form'",
    "change emergency": "{change} --until 2026-12-01 --why 'the carrier went dark'",
    "change live": "{calm}",
    "change cancel": "{change}",
    "change bundle": "{told} --out {place}/bundle.zip",
    "publish": "--profile GLOBAL --out {place}/public",
    "report assessment": "{assessment} --out {place}/a.pdf",
    "report vendor": "{vendor} --out {place}/v.pdf",
    "review": "--quarter 2026Q3 --out {place}/q.pdf --freeze",
    "undo": "",
    "redo": "",
    "erase": "privacy@customer.example",
}


READING = {
    "workspace info": "",
    "workspace check": "",
    "vendor list": "",
    "vendor show": "{vendor}",
    "engagement list": "",
    "engagement show": "{engagement}",
    "location list": "{engagement}",
    "transfer list": "{engagement}",
    "fourth-party list": "{engagement}",
    "contact list": "--customer {customer}",
    "law list": "",
    "questionnaire list": "",
    "assess score": "{assessment}",
    "document list": "",
    "document check": "",
    "agreement show": "{agreement}",
    "finding list": "",
    "finding show": "{finding}",
    "customer list": "",
    "customer show": "{customer}",
    "change list": "",
    "change show": "{told}",
    "change affected": "{change}",
    "change dates": f"{{change}} --sent {SENT}",
    "list diff": "{place}/list.csv {place}/list.csv",
    "log": "",
    "verify": "",
}


def call(verb: str, ids: dict[str, str], place: Path) -> list[str]:
    """The words of the call of a verb."""
    written = {**READING, **WRITING}[verb].format(place=place.as_posix(), **ids)
    return [*verb.split(), *shlex.split(written)]


def make_ready(desk: Desk, ids: dict[str, str], place: Path) -> dict[str, str]:
    """Gives a stocked workspace something for every verb to work on, and returns the ids of all there is."""
    ids = ids | _papers(desk, place) | _notices(desk, place)
    desk.ok("assess", "kit", ids["assessment"], "--out", place / "answered.xlsx")
    fill_workbook(place / "answered.xlsx", place / "answered.xlsx", {"PRV-01": "Yes"})
    customer_file(place / "customers.csv", {"A": CUSTOMERS["A"]}, account_id="new")
    (place / "list.csv").write_text("Name,Purpose\nOblak d.o.o.,Backups\n", encoding="utf-8")
    for question in ("PRV-01", "PRV-02"):
        desk.ok("assess", "review", ids["assessment"], "--question", question, "--verdict", "partly")
    made = desk.ok("workspace", "backup")["file"]
    shutil.copy(made, place / "known.vrbackup")
    desk.ok("undo")
    return ids


def _papers(desk: Desk, place: Path) -> dict[str, str]:
    """A transfer, a location, a fourth party, a contact, a finding and an agreement of the vendor."""
    (place / "dpa.pdf").write_bytes(b"%PDF-1.7 an agreement")
    shown = desk.ok("location", "list", "Norte Cloud")["locations"]
    return {
        "location": shown[0]["location"],
        "transfer": desk.ok("transfer", "add", "Norte Cloud", "--to", "BR")["transfer"],
        "fourth_party": desk.ok("fourth-party", "add", "Norte Cloud", "--name", "Sur")["fourth_party"],
        "law": desk.ok("law", "list", "--regime", "ch")["laws"][0]["law"],
        "contact": desk.ok("contact", "add", "--vendor", "Norte Cloud", "--name", "Ana")["contact"],
        "finding": desk.ok("finding", "add", "Norte Cloud", "--severity", "h", "--title", "No second factor")[
            "finding"
        ],
        "agreement": desk.ok("document", "add", "Norte Cloud", place / "dpa.pdf", "--kind", "DPA")[
            "document"
        ],
    }


def _notices(desk: Desk, place: Path) -> dict[str, str]:
    """Changes of vendors in use: one with letters that wait, one sent and objected to, one of no concern."""
    desk.ok("workspace", "set", "address=Ulica 1, Zagreb", "contact=privacy@acme.example")
    used, quiet = _in_use(desk, place, "Live Carrier", "Voice"), _in_use(desk, place, "Quiet Ltd", "Fax")
    with desk.opened() as workspace:
        complete(workspace.office, used)
    waiting, told = (_lettered(desk, used, "add", place / name) for name in ("waiting", "told"))
    desk.ok("change", "sent", told, "--at", "2026-11-23T09:00Z", "--proof", "mail server log")
    desk.ok("change", "objection", told, NAMES["A"], "--received", "2026-11-23T09:00Z")
    calm = _change(desk, quiet, "remove", "2026-11-23")
    customer = desk.ok("change", "show", told)["objections"][0]["customer_id"]
    off = desk.ok("change", "keep-off", calm, NAMES["C"], "--why", "stays where it is")["customer_id"]
    new = desk.ok("customer", "set", NAMES["H"], "since=2026-11-24")["customer_id"]
    return {
        "waiting": waiting, "told": told, "calm": calm, "customer": customer, "off": off, "new": new,
    }  # fmt: skip


def _in_use(desk: Desk, place: Path, name: str, service: str) -> str:
    """An engagement that was in use before the register began and reaches no locked environment."""
    (place / "used.csv").write_text(
        f"Name,Purpose,Storage location\n{name},Calls,Germany\n", encoding="utf-8"
    )
    (row,) = desk.ok("import", "list", place / "used.csv", "--service", service)["rows"]
    desk.ok("engagement", "set", row["engagement"], "reaches_locked=no")
    return str(row["engagement"])


def _change(desk: Desk, engagement: str, kind: str, planned: str) -> str:
    made = desk.ok("change", "new", "--kind", kind, "--engagement", engagement, "--planned", planned)
    return str(made["change"])


def _lettered(desk: Desk, engagement: str, kind: str, place: Path) -> str:
    """A change with its text released and its letters written."""
    change = _change(desk, engagement, kind, "2027-03-05")
    desk.ok("change", "text", change, "--release")
    desk.ok("change", "letters", change, "--out", place, "--format", "pdf")
    return change
