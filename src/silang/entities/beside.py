"""People that a report knows only as somebody's: "istri Budi", "asisten rumah tangga terdakwa Budi"."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities.coreference import Referred
from silang.entities.line import Line
from silang.entities.register import Register
from silang.entities.titles import Titled


def beside(lines: Sequence[Line], offices: Sequence[Sequence[Titled]], register: Register) -> list[Referred]:
    """A cluster of its own for each such person, and the phrases that speak of it."""
    accused = _accused(offices, register)
    found: list[Referred] = []
    for line, row in zip(lines, offices, strict=True):
        for office in row:
            first = office.beside if office.beside is not None else _served(office, accused, register)
            if first is not None:
                found.append(_referred(line, office, first, register))
    return found


def _accused(offices: Sequence[Sequence[Titled]], register: Register) -> set[int]:
    """Clusters of people who stand accused, and have no office of those who serve others."""
    words = register.lexicon
    heads = {(x.person.entity, x.title.split()[0].lower()) for row in offices for x in row if x.beside is None}
    return {person for person, head in heads if head in words.accused}


def _served(office: Titled, accused: set[int], register: Register) -> int | None:
    """Where the phrase begins, if it is one for who serves an accused: "pengacara Budi" where Budi is on trial."""
    if office.of is not None or office.of_text or office.person.entity not in accused:
        return None
    return office.first if office.title.split()[0].lower() in register.lexicon.serving else None


def _referred(line: Line, office: Titled, first: int, register: Register) -> Referred:
    owner, last = office.person.entity, office.person.last
    words = line.words[first : office.person.first]
    start, end = line.sentence.starts[first], office.person.end
    name = " ".join((words[0].lower(), *words[1:], register.clusters[owner].name))
    at = _apposed(line, first)
    at = _titled(words[0], owner, register) if at is None else at
    at = register.look(name, "person", exact=True) if at is None else at
    at = register.add(name, "person", first=start) if at is None else at
    cluster = register.clusters[at]
    register.name(at, line.text[start:end])
    cluster.roles = [role for role in cluster.roles if role[2] != start]
    cluster.roles.append((" ".join(words), owner, start, line.sentence.ends[office.person.first - 1]))
    register.clusters[owner].roles = [role for role in register.clusters[owner].roles if role[2] != start]
    return Referred(line.number, first, last, at, "role")


def _titled(head: str, owner: int, register: Register) -> int | None:
    """Who is known by name to be this to somebody: "Kakak Budi, Rina"."""
    held = ((at, title, of) for at, cluster in enumerate(register.clusters) for title, of, _, _ in cluster.roles)
    return next((at for at, title, of in held if of == owner and title.split()[0].lower() == head.lower()), None)


def _apposed(line: Line, first: int) -> int | None:
    """The person whom the phrase only says more of: "Rina, istri Budi,"."""
    if first < 2 or line.words[first - 1] != ",":
        return None
    return next((x.entity for x in line.names if x.kind == "person" and x.last == first - 1), None)
