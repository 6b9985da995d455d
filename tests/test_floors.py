"""The house stands: imports go down its floors only, never up, never round, also inside functions."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "articles"

WORDS, RECORDS, WORK, DOORS, MAP = 1, 2, 3, 4, 5
FLOORS = {
    **dict.fromkeys(
        [
            *(
                "vocabulary languages scripts dates date_phrases written_dates date_forms two_calendars months".split()
            ),
            *("names passages alignment addresses offices slugs facet_codes candidates prints".split()),
            *("cognates semantics kept terms periods impossible_dates".split()),
        ],
        WORDS,
    ),
    **dict.fromkeys(["models", "statements", "written_proposals"], RECORDS),
    **dict.fromkeys(
        [
            *("ingest linking search authority export preservation reanchoring".split()),
            *("samples resemblance matching merging proposals".split()),
        ],
        WORK,
    ),
    **dict.fromkeys(
        "views admin middleware filters forms feeds templatetags management context intake tasks repeated".split(),
        DOORS,
    ),
    **dict.fromkeys("urls apps".split(), MAP),
}


def modules():
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] not in ("__init__", "migrations"):
            yield path, parts[0]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path.name}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def rooms(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("articles.")}


@pytest.mark.parametrize(
    ("path", "room"), [pytest.param(*m, id=str(m[0].relative_to(ROOT))) for m in modules()]
)
def test_a_room_imports_only_from_its_floor_and_below(path, room):
    assert room in FLOORS, f"{room} has no floor: give it one"
    for other in rooms(path) - {room}:
        assert FLOORS[other] <= FLOORS[room], f"{room} imports {other}, which is upstairs"
        assert not (FLOORS[room] == FLOORS[other] == WORK), f"{room} imports {other}: a door composes work"


@pytest.mark.parametrize(
    ("path", "room"), [pytest.param(*m, id=str(m[0].relative_to(ROOT))) for m in modules()]
)
def test_words_and_records_and_work_know_no_request(path, room):
    if FLOORS[room] <= WORK:
        forbidden = {"django.http", "django.shortcuts", "django.contrib.messages", "django.views"}
        assert not {name for name in imports(path) if any(name.startswith(f) for f in forbidden)}
    if FLOORS[room] == WORDS:
        for name in imports(path):
            assert not name.startswith(("django.conf", "django.db.connection", "django.contrib")), name


def test_no_two_rooms_import_each_other():
    edges: dict[str, set[str]] = {}
    for path, room in modules():
        edges.setdefault(room, set()).update(rooms(path) - {room})
    for room, others in edges.items():
        for other in others:
            assert room not in edges.get(other, set()), f"{room} and {other} import each other"


def test_only_the_environment_module_reads_the_environment():
    readers = {
        path.relative_to(ROOT.parent).as_posix()
        for folder in ("archive", "articles")
        for path in (ROOT.parent / folder).rglob("*.py")
        if "os.environ" in path.read_text() or "getenv" in path.read_text()
    }
    assert readers <= {"archive/environment.py", "archive/wsgi.py"}
