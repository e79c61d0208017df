"""Real files of every kind in a temporary folder."""

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest

from pipeline.errors import WorkspaceError
from pipeline.ingest import Inventory, take_inventory
from pipeline.ingest import inventory as inventory_module

TEXT = "A short article about a lighthouse.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def reasons(inventory: Inventory) -> dict[str, str]:
    return {rejection.doc_id: rejection.reason for rejection in inventory.rejections}


def names(inventory: Inventory) -> list[str]:
    return [entry.doc_id for entry in inventory.entries]


def test_files_are_found_in_all_folders_in_order_of_doc_id(raw: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "A.TXT"):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(TEXT)
    inventory = take_inventory(raw)
    assert names(inventory) == ["A.TXT", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
    assert inventory.rejections == ()
    entry = inventory.entries[0]
    assert (entry.sha256, entry.size) == (hashlib.sha256(TEXT.encode()).hexdigest(), len(TEXT))


def test_hidden_files_and_leftovers_are_ignored_by_name(raw: Path) -> None:
    for name in (".git/config.txt", ".gitkeep", "a.txt~", "a.txt"):
        (raw / name).parent.mkdir(exist_ok=True)
        (raw / name).write_text(TEXT)
    inventory = take_inventory(raw)
    assert names(inventory) == ["a.txt"]
    assert inventory.ignored == (".git/", ".gitkeep", "a.txt~")


def test_unknown_type_and_size_are_reasons(raw: Path) -> None:
    (raw / "table.csv").write_text("a,b")
    (raw / "README").write_text(TEXT)
    with (raw / "huge.txt").open("wb") as sparse:
        sparse.truncate(10**12)
    (raw / "fits.txt").write_text("x" * 100)
    inventory = take_inventory(raw, max_bytes=100)
    assert names(inventory) == ["fits.txt"]
    found = reasons(inventory)
    assert found["huge.txt"] == "larger than the limit of 0.0001 MB"
    assert found["README"].startswith("no file ending: articles end with .txt, ")
    assert found["table.csv"].startswith("unknown type '.csv': articles end with .txt, ")
    assert found["table.csv"].endswith(".pdf or .docx")


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.doc", "save it as .docx"), ("a.odt", "save it as .docx"), ("a.EPUB", "convert it to .html or .docx")],
)
def test_types_that_are_known_but_not_read_say_what_to_do(raw: Path, name: str, advice: str) -> None:
    (raw / name).write_bytes(b"PK")
    assert reasons(take_inventory(raw)) == {name: f"unknown type '{Path(name).suffix}': {advice}"}


def test_a_fifo_or_socket_is_rejected_and_never_blocks(raw: Path) -> None:
    os.mkfifo(raw / "pipe.txt")
    (raw / "link.txt").symlink_to("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(raw)  # a socket's path may not be long
        try:
            server.bind("socket.txt")
        finally:
            os.chdir(here)
        inventory = take_inventory(raw)
    assert reasons(inventory) == {
        "link.txt": "a FIFO, not a regular file",
        "pipe.txt": "a FIFO, not a regular file",
        "socket.txt": "a socket, not a regular file",
    }


def test_symbolic_links_stay_inside(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.txt").write_text(TEXT)
    (raw / "real").mkdir()
    (raw / "real" / "a.txt").write_text(TEXT)
    for name, target in {
        "inside.txt": "real/a.txt",
        "out.txt": "../secret.txt",
        "device.txt": "/dev/zero",
        "nowhere.txt": "gone.txt",
        "loop1.txt": "loop2.txt",
        "loop2.txt": "loop1.txt",
        "up": "..",
        "folder": "real",
        "real/around": "../real",
        "away": "../outside",
    }.items():
        (raw / name).symlink_to(target)
    inventory = take_inventory(raw)
    assert names(inventory) == ["inside.txt", "real/a.txt"]
    found = reasons(inventory)
    assert {name: found[name] for name in ("out.txt", "device.txt", "up", "away")} == dict.fromkeys(
        ("out.txt", "device.txt", "up", "away"), "a symbolic link that leads out of raw/"
    )
    assert found["nowhere.txt"] == "a symbolic link that leads nowhere"
    assert found["loop1.txt"] == found["loop2.txt"] == "a symbolic link that leads to itself or cannot be followed"
    assert found["folder"] == found["real/around"] == "a symbolic link to a folder: its files are read where they lie"


def test_odd_names_are_kept_or_named(raw: Path) -> None:
    (raw / "two\nlines.txt").write_text(TEXT)
    Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.txt")).write_text(TEXT)
    (raw / "caf\\xe9.txt").write_text(TEXT)
    inventory = take_inventory(raw)
    assert names(inventory) == ["caf\\xe9.txt", "two\nlines.txt"] or names(inventory) == [
        "caf\\xe9.txt (2)",
        "two\nlines.txt",
    ]
    (rejection,) = inventory.rejections
    assert rejection.doc_id.startswith("caf\\xe9.txt")
    assert rejection.reason == "the file name is not UTF-8: rename the file"
    rejection.doc_id.encode("utf-8")


def test_unreadable_files_and_folders_do_not_stop_the_others(raw: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (raw / "shut").mkdir(mode=0)
    (raw / "shut.txt").write_text(TEXT)
    (raw / "shut.txt").chmod(0)
    (raw / "open.txt").write_text(TEXT)
    inventory = take_inventory(raw)
    (raw / "shut").chmod(0o700)
    assert names(inventory) == ["open.txt"]
    assert reasons(inventory) == {
        "shut.txt": "unreadable: permission denied",
        "shut/": "folder unreadable: permission denied",
    }


@pytest.mark.parametrize(
    ("error", "reason", "retryable"),
    [
        (PermissionError(errno.EACCES, "no"), "unreadable: permission denied", False),
        (FileNotFoundError(errno.ENOENT, "gone"), "vanished while being read", False),
        (OSError(errno.EIO, "bad disk"), "unreadable: Input/output error; try again", True),
        (OSError(errno.ESTALE, "stale"), "unreadable: Stale file handle; try again", True),
        (OSError(errno.ENODEV, "no"), "unreadable: No such device", False),
    ],
)
def test_errors_while_reading_become_reasons(
    raw: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str, retryable: bool
) -> None:
    (raw / "bad.txt").write_text(TEXT)
    (raw / "good.txt").write_text(TEXT)
    really_open = os.open

    def open_or_fail(path: Path, flags: int) -> int:
        if path.name == "bad.txt":
            raise error
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", open_or_fail)
    inventory = take_inventory(raw)
    assert names(inventory) == ["good.txt"]
    assert reasons(inventory) == {"bad.txt": reason}
    assert inventory.retryable == (("bad.txt",) if retryable else ())


def test_a_folder_that_cannot_be_listed_is_named(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "bad").mkdir()
    (raw / "good.txt").write_text(TEXT)
    really_list = os.scandir

    def list_or_fail(path: Path) -> object:
        if path.name == "bad":
            raise PermissionError(errno.EACCES, "no")
        return really_list(path)

    monkeypatch.setattr(inventory_module.os, "scandir", list_or_fail)
    inventory = take_inventory(raw)
    assert names(inventory) == ["good.txt"]
    assert reasons(inventory) == {"bad/": "folder unreadable: permission denied"}


def test_raw_itself_must_be_a_folder(raw: Path) -> None:
    (raw / "a.txt").write_text(TEXT)
    with pytest.raises(WorkspaceError, match="does not exist"):
        take_inventory(raw / "missing")
    with pytest.raises(WorkspaceError, match="is not a folder"):
        take_inventory(raw / "a.txt")


def test_raw_may_be_a_link_and_deep(raw: Path, tmp_path: Path) -> None:
    deep = raw.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(TEXT)
    (tmp_path / "link").symlink_to("raw")
    assert names(take_inventory(tmp_path / "link")) == ["d/" * 200 + "a.txt"]
