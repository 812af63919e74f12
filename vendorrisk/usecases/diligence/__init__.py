"""Use cases of due diligence: questionnaires, answers, documents, transfers, findings, and the risk left."""
