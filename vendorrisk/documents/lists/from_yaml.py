"""YAML to nodes: every value as written (NO stays NO), aliases counted, no tags run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.lists.nodes import Broken, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from vendorrisk.documents.child.limits import Limits


def parse_yaml(text: str, limits: Limits) -> Node:
    """All documents of a YAML file as one node; raises Broken with the line where it is malformed."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        documents = list(YAML(typ="safe", pure=True).compose_all(text))
    except MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise Broken(mark.line + 1 if mark else 1, str(wrong.problem)) from wrong
    except (YAMLError, ValueError) as wrong:
        raise Broken(1, str(wrong)) from wrong
    converter = _Converter(limits)
    nodes = [converter.node(document, 0) for document in documents if document is not None]
    return nodes[0] if len(nodes) == 1 else Sequence(tuple(nodes), 1)


class _Converter:
    """Counts every visit, so that aliases of aliases of aliases end early."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.seen = 0

    def node(self, yaml: Any, depth: int) -> Node:
        line = yaml.start_mark.line + 1
        self.seen += 1
        if self.seen > self.limits.nodes or depth > self.limits.depth:
            raise Broken(line, "nested too deeply or too large")
        kind = type(yaml).__name__
        if kind == "SequenceNode":
            return Sequence(tuple(self.node(item, depth + 1) for item in yaml.value), line)
        if kind == "MappingNode":
            return Mapping(tuple(self._pairs(yaml.value, depth)), line)
        null = yaml.style is None and yaml.value in {"~", "null", "Null", "NULL"}
        return Scalar("" if null else str(yaml.value), line)

    def _pairs(self, pairs: list[tuple[Any, Any]], depth: int) -> list[tuple[str, Node]]:
        """The pairs of an object; what it takes over from another (<<) stands behind its own."""
        own: list[tuple[str, Node]] = []
        taken: list[tuple[str, Node]] = []
        for key, value in pairs:
            name = str(key.value) if type(key).__name__ == "ScalarNode" else ""
            node = self.node(value, depth + 1)
            if node == Scalar("", value.start_mark.line + 1):
                node = Scalar("", key.start_mark.line + 1)  # nothing begins where the next thing does
            if name == "<<":
                sources = node.items if isinstance(node, Sequence) else (node,)
                taken += [pair for source in sources if isinstance(source, Mapping) for pair in source.pairs]
            else:
                own.append((name, node))
        names = {name for name, _ in own}
        return own + list(
            {name: (name, node) for name, node in reversed(taken) if name not in names}.values()
        )
