#!/usr/bin/env python3
"""Anki's packages in all three shapes, built with sqlite3, zip and zstd, imported by the real program, and what is
no package: test_packages.py PROGRAM"""
import json
import os
import resource
import shutil
import sqlite3
import struct
import subprocess
import sys
import time
import unittest
import zipfile

import test_commands
from test_commands import Bench

BASIC, CLOZE, REVERSED = 1001, 1002, 1003
TYPES = {
    BASIC: ("Basic", 0, ["Front", "Back"], "{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"),
    CLOZE: ("Cloze", 1, ["Text", "Back Extra"], "{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"),
    REVERSED: ("Vocabulary", 0, ["Rank", "Word", "Meaning"], "{{Word}}<br>{{type:Meaning}}",
               "{{FrontSide}}{{Meaning}}"),
}
DECKS = {1: "Default", 21: "Spanish", 22: "Spanish::Verbs"}
# id, guid, note type, tags, fields, decks of its cards
NOTES = [
    (1600000000001, "q&<]'\"1", BASIC, "", ["la <b>casa</b>", "the house<div>the home</div>"], [21]),
    (1600000000002, "guid2", REVERSED, " verb irregular::yes ", ["12", "ser&nbsp;", "to be [sound:ser.mp3]"], [22, 22]),
    (1600000000003, "guid3", CLOZE, "", ["{{c1::Madrid}} is in {{c2::Spain::country}}", "x"], [21, 21]),
    (1600000000004, "guid4", BASIC, "", ["<img src=\"a.jpg\">", "a picture alone"], [21]),
    (1600000000005, "guid5", BASIC, "", ["1 &lt; 2", "<ul><li>yes</li><li>H<sub>2</sub>O</li></ul>"], [22]),
]
CARDS = [
    {"id": "q&<]'\"1", "term": "la casa", "definition": "the house\nthe home"},
    {"id": "guid2", "term": "ser", "definition": "to be", "tags": ["verb", "irregular::yes", "Verbs"]},
    {"id": "guid3-c1", "term": "[…] is in Spain", "definition": "Madrid"},
    {"id": "guid3-c2", "term": "Madrid is in [country]", "definition": "Spain"},
    {"id": "guid5", "term": "1 < 2", "definition": "• yes\n• H₂O", "tags": ["Verbs"]},
]
REVIEWS = [  # id, card, ease, time, type
    (1650000000000, 16000000000010, 3, 5000, 0), (1650000500000, 16000000000010, 4, 4000, 1),
    (1650000000001, 16000000000021, 1, 3000, 1),  # the other direction
    (1650000000002, 16000000000031, 2, 3000, 2), (1650000000003, 16000000000010, 3, 0, 4),
]


def varint(number):
    out = bytearray()
    while number > 0x7f:
        out.append(number & 0x7f | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def proto(field, value):
    if isinstance(value, int):
        return varint(field << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(value)) + value


def zstd(content):
    """As a stream: the frame does not say how long it is."""
    return subprocess.run(["zstd", "-q", "-c"], input=content, capture_output=True, check=True).stdout


def fill_old(db):
    models = {str(i): {"id": i, "name": name, "type": kind, "css": "", "sortf": 0,
                       "flds": [{"name": field, "ord": n, "rtl": False} for n, field in enumerate(fields)],
                       "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": front, "afmt": back}]}
              for i, (name, kind, fields, front, back) in TYPES.items()}
    decks = {str(i): {"id": i, "name": name} for i, name in DECKS.items()}
    db.execute("INSERT INTO col VALUES(1,0,0,0,11,0,0,0,'{}',?,?,'{}','{}')", (json.dumps(models), json.dumps(decks)))


def fill_new(db):
    db.executescript("""
        CREATE TABLE notetypes(id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs, usn, config blob);
        CREATE TABLE fields(ntid, ord, name text COLLATE unicase, config, PRIMARY KEY(ntid, ord)) WITHOUT ROWID;
        CREATE TABLE templates(ntid, ord, name text COLLATE unicase, mtime_secs, usn, config,
                               PRIMARY KEY(ntid, ord)) WITHOUT ROWID;
        CREATE TABLE decks(id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs, usn, common, kind);
        CREATE UNIQUE INDEX idx_fields_name_ntid ON fields(name, ntid);
        CREATE UNIQUE INDEX idx_decks_name ON decks(name);
        INSERT INTO col VALUES(1,0,0,0,18,0,0,0,'','','','','');""")
    for i, (name, kind, fields, front, back) in TYPES.items():
        db.execute("INSERT INTO notetypes VALUES(?,?,0,0,?)", (i, name, proto(1, kind) + proto(3, "css")))
        for n, field in enumerate(fields):
            db.execute("INSERT INTO fields VALUES(?,?,?,?)", (i, n, field, proto(4, 20)))
        db.execute("INSERT INTO templates VALUES(?,0,'Card 1',0,0,?)", (i, proto(1, front) + proto(2, back)))
    for i, name in DECKS.items():
        db.execute("INSERT INTO decks VALUES(?,?,0,0,'','')", (i, name.replace("::", "\x1f")))


def make_collection(path, is_new, notes=NOTES, ballast=0):
    db = sqlite3.connect(path)
    db.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
    if is_new:
        db.execute("PRAGMA journal_mode = wal")
    db.executescript("""
        CREATE TABLE col(id integer PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
        CREATE TABLE notes(id integer PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld integer, csum, flags, data);
        CREATE TABLE cards(id integer PRIMARY KEY, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps,
                           lapses, left, odue, odid DEFAULT 0, flags, data);
        CREATE TABLE revlog(id integer PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time, type);
        CREATE TABLE graves(usn, oid, type);
        CREATE INDEX ix_cards_nid ON cards(nid);""")
    (fill_new if is_new else fill_old)(db)
    for note, guid, kind, tags, fields, decks in notes:
        db.execute("INSERT INTO notes VALUES(?,?,?,0,0,?,?,?,0,0,'')",
                   (note, guid, kind, tags, "\x1f".join(fields), fields[0]))
        for place, deck in enumerate(decks):
            db.execute("INSERT INTO cards(id,nid,did,ord) VALUES(?,?,?,?)", (note * 10 + place, note, deck, place))
    db.executemany("INSERT INTO revlog VALUES(?,?,0,?,0,0,2500,?,?)", REVIEWS)
    db.execute("INSERT INTO graves VALUES(0,randomblob(?),0)", (ballast,))
    db.commit()
    db.close()
    return path.read_bytes()


def make_package(folder, shape, notes=NOTES, ballast=0):
    """1, 2: the legacy shapes; 3: the latest. `ballast`: so many bytes more in the collection."""
    collection = make_collection(folder / f"collection{shape}", shape == 3, notes, ballast)
    decoy = make_collection(folder / f"decoy{shape}", False,
                            [(1, "d", BASIC, "", ["Please update to the latest Anki version", "!"], [1])])
    path = folder / f"shape{shape}.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if shape == 3:
            archive.writestr("meta", b"\x08\x03")
        if shape > 1:
            archive.writestr("collection.anki2", decoy)
        if shape == 3:
            archive.writestr("collection.anki21b", zstd(collection), zipfile.ZIP_STORED)
            entries = b"".join(proto(1, proto(1, name) + proto(2, 3) + proto(3, b"1" * 20)) for name in
                               ("ser.mp3", "a.jpg"))
            archive.writestr("media", zstd(entries), zipfile.ZIP_STORED)
        else:
            archive.writestr("collection.anki2" if shape == 1 else "collection.anki21", collection)
            archive.writestr("media", '{"0": "ser.mp3", "1": "a.jpg"}')
        archive.writestr("0", zstd(b"mp3") if shape == 3 else b"mp3")
        archive.writestr("1", zstd(b"jpg") if shape == 3 else b"jpg")
    for made in (folder / f"collection{shape}", folder / f"decoy{shape}"):
        made.unlink()
    return path


class Packages(Bench):
    def imported(self, path, *words):
        out = self.folder / "out.json"
        out.unlink(missing_ok=True)
        code, _, err = self.run_game("import", path, "-o", out, *words)
        self.assertEqual(code, 0, err)
        return json.loads(out.read_text()), err

    def test_all_shapes_give_the_same_cards(self):
        for shape in (1, 2, 3):
            with self.subTest(shape=shape):
                deck, said = self.imported(make_package(self.folder, shape))
                self.assertEqual(deck["title"], "Spanish")
                self.assertEqual(deck["cards"], CARDS)
                self.assertIn("2 files, ser.mp3, a.jpg", said)
                self.assertIn("has no term", said)

    def test_a_subdeck_comes_alone(self):
        deck, _ = self.imported(make_package(self.folder, 3), "--deck", "Spanish::Verbs")
        self.assertEqual([card["id"] for card in deck["cards"]], ["guid2", "guid5"])
        self.assertNotIn("tags", deck["cards"][1])

    def test_reviews_start_the_memory(self):
        self.good("demo", "morse-code", "--offscreen", "--mode", "learn", "--player", "Ada", "--seed", 4, "--json")
        self.assertIn("3 reviews", self.good("import", make_package(self.folder, 3), "--reviews", "--player", "Ada"))
        with self.database() as db:
            taken = db.execute("SELECT count(*) FROM answer WHERE at_ms BETWEEN ? AND ?",
                               (REVIEWS[0][0], REVIEWS[1][0])).fetchone()
        self.assertEqual(taken, (3,))

    def test_nothing_is_written_where_it_must_not(self):
        path = make_package(self.folder, 3, ballast=17 << 20)  # too big to be unpacked into memory
        temporary = self.folder / "temporary"
        temporary.mkdir()
        self.good("import", path, "-o", self.folder / "out.json", environment={"TMPDIR": str(temporary)})
        self.assertEqual(list(temporary.iterdir()), [])
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.is_file()), ["out.json", "shape3.apkg"])
        temporary.rmdir()
        code, _, err = self.run_game("import", path, "-n", environment={"TMPDIR": str(temporary)})
        self.assertEqual(code, 1)
        self.assertIn(f"no folder can be made in {temporary}", err)


class Hostile(Bench):
    def refused(self, path, why):
        started, out = time.monotonic(), self.folder / "out.json"
        code, said, err = self.run_game("import", path, "-o", out)
        self.assertEqual((code, said), (1, ""), err)
        self.assertIn(path.name, err)
        self.assertIn(why, err)
        self.assertFalse(out.exists())
        self.assertLess(time.monotonic() - started, 10)

    def zipped(self, name, entries):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries.items():
                archive.writestr(entry, content)
        return path

    def test_bombs(self):
        zeros = bytes(300 << 20)
        self.refused(self.zipped("zip.apkg", {"collection.anki2": zeros}), "too big")
        self.refused(self.zipped("zstd.apkg", {"meta": b"\x08\x03", "collection.anki21b": zstd(zeros)}), "too big")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.assertLess(peak, 512 + 512 * ("asan" in subprocess.run(["nm", "-D", PROGRAM], capture_output=True,
                                                                     text=True, check=False).stdout))

    def test_locked_archives(self):
        path = make_package(self.folder, 1)
        subprocess.run(["unzip", "-q", path, "-d", self.folder / "x"], check=True)
        locked = self.folder / "locked.apkg"
        subprocess.run(["zip", "-q", "-r", "-P", "secret", locked, "."], cwd=self.folder / "x", check=True)
        self.refused(locked, "locked with a password")

    def test_packages_that_are_cut_off(self):
        whole = make_package(self.folder, 3).read_bytes()
        for size in (4, 30, len(whole) // 2, len(whole) - 1):
            path = self.folder / f"cut{size}.apkg"
            path.write_bytes(whole[:size])
            self.refused(path, "")

    def test_collections_that_are_damaged(self):
        collection = make_collection(self.folder / "c", False)
        self.refused(self.zipped("half.apkg", {"collection.anki2": collection[:len(collection) // 2]}), "damaged")
        self.refused(self.zipped("noise.apkg", {"collection.anki2": b"SQLite format 3\0" + os.urandom(9000)}),
                     "damaged")
        self.refused(self.zipped("none.apkg", {"collection.anki2": b""}), "no database")
        self.refused(self.zipped("other.apkg", {"readme.txt": "hello"}), "no package of Anki's")
        self.refused(self.zipped("newer.apkg", {"meta": b"\x08\x09", "collection.anki99": b"x"}), "newer Anki")

    def test_names_that_lead_outside_write_nothing(self):
        collection = make_collection(self.folder / "c", False)
        (self.folder / "c").unlink()
        path = self.zipped("paths.apkg", {"collection.anki2": collection, "../../../tmp/evil": "x", "/tmp/evil": "x",
                                          "media": json.dumps({"../../../tmp/evil": "../../evil"})})
        code, _, err = self.run_game("import", path, "-o", self.folder / "out.json")
        self.assertEqual(code, 0, err)
        self.assertIn("would lie outside of it", err)
        self.assertFalse(os.path.exists("/tmp/evil"))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.is_file()), ["out.json", "paths.apkg"])

    def test_links_are_only_bytes(self):
        link = zipfile.ZipInfo("collection.anki2")
        link.external_attr = 0o120777 << 16
        path = self.folder / "link.apkg"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(link, "/etc/passwd")
        self.refused(path, "no database")

    def test_a_list_of_entries_that_lies(self):
        path = self.folder / "lies.apkg"
        path.write_bytes(b"PK\3\4" + bytes(26) + b"PK\1\2" + bytes(42) +
                         b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 46, 30, 0))
        self.refused(path, "damaged")

    def test_a_query_without_end(self):
        """A table of a million rows in which every row has to be looked at for each."""
        path = self.folder / "c"
        make_collection(path, False)
        db = sqlite3.connect(path)
        db.executescript("""
            ALTER TABLE notes RENAME TO n;
            CREATE VIEW notes AS WITH RECURSIVE x(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x)
                SELECT i AS id, i AS guid, 1001 AS mid, '' AS tags, 'a' AS flds FROM x;""")
        db.close()
        self.refused(self.zipped("endless.apkg", {"collection.anki2": path.read_bytes()}), "no table \"notes\"")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    test_commands.PROGRAM = PROGRAM
    assert shutil.which("zstd") and shutil.which("zip")
    unittest.main()
