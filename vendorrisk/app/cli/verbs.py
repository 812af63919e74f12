"""All verbs in the order of the story: name -> (module, attribute, what it does in one sentence)."""

from __future__ import annotations

EXAMPLE = "vendorrisk workspace new acme --company 'Acme Telecom' && vendorrisk -w acme vendor list"

VERBS: dict[str, tuple[str, str, str]] = {
    "gui": ("gui", "gui", "Open the window."),
    "workspace": (
        "workspace",
        "workspace",
        "Create, set up, check, back up, restore and migrate workspaces.",
    ),
    "vendor": ("vendor", "vendor", "Add, list, show and change vendors."),
    "engagement": ("engagement", "engagement", "Add, list, show, change, move and confirm engagements."),
    "location": ("location", "location", "Record where data is stored and from where it is accessed."),
    "transfer": (
        "transfer",
        "transfer",
        "Record transfers with their mechanism, and check whether each is valid today.",
    ),
    "fourth-party": ("fourth_party", "fourth_party", "Record to whom a sub-processor passes data on."),
    "contact": ("contact", "contact", "Record whom to write to at vendors and customers."),
    "law": ("law", "law", "Keep the adequacy lists of this workspace up to date."),
    "import": ("importing", "importing", "Import published lists and customers."),
    "questionnaire": ("questionnaire", "questionnaire", "List the questionnaires."),
    "assess": ("assess", "assess", "Send questions, take answers in, review and score them."),
    "document": ("document", "document", "Add, change, list and check certificates, reports and agreements."),
    "agreement": ("agreement", "agreement", "Check the contents of an agreement, item by item."),
    "finding": ("finding", "finding", "Raise, follow, close and accept findings."),
    "customer": ("customer", "customer", "List, show, add and change customers and their terms."),
    "change": (
        "change",
        "change",
        "Announce a change: who is affected, dates, letters, answers, going live.",
    ),
    "publish": ("publish", "publish", "Publish the list of sub-processors."),
    "list": ("lists", "lists", "Compare two lists."),
    "report": ("report", "report", "Write an assessment report or a vendor profile."),
    "review": ("review", "review", "Write the quarterly vendor review."),
    "log": ("history", "log", "Show what was done, newest first."),
    "undo": ("history", "undo", "Undo the newest step."),
    "redo": ("history", "redo", "Redo what was undone last."),
    "erase": ("history", "erase", "Erase a person, now and in the history."),
    "verify": ("history", "verify", "Prove the journal, or a file that was written."),
    "tour": ("tour", "tour", "Walk a published list through all stages in a temporary workspace."),
    "_verify": ("child", "verify", "Restore a backup as a trial, in a process of its own."),
}
