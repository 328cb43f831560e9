#!/usr/bin/env python3
"""Backups of the real program: made, shown, restored, damaged, killed: test_backup.py PROGRAM"""
import hashlib
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ""
KILLS = int(os.environ.get("MATCHWICK_KILLS", "40"))

DECK = {"format": 1, "title": "Own", "cards": [{"id": "a", "term": "A", "definition": "1"},
                                               {"id": "b", "term": "B", "definition": "2"}]}
ANSWERS = """
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {count})
INSERT INTO answer (player, at_ms, day, deck_id, fingerprint, card_id, mode, variant, format, shown, chosen,
  chosen_card, is_right, is_autoplay, is_practice, lost_focus, response_ms, choices, read_characters, study)
SELECT {player}, 1764000000000 + i * 5000, 20416, 'own', '', 'card-' || i % 500, 'learn', '', 'typed',
  hex(randomblob(20)), '', '', i % 3 > 0, 0, 0, 0, 2000, 0, 5, {study} FROM n
"""


class Bench(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = self.folder / "data"

    def command(self, *words, data=None):
        return [str(word) for word in (PROGRAM, "--data", data or self.data, *words)]

    def run_game(self, *words, data=None, **how):
        done = subprocess.run(self.command(*words, data=data), capture_output=True, timeout=120,
                              cwd=self.folder, stdin=subprocess.DEVNULL, **how)
        return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")

    def good(self, *words, **how):
        code, out, err = self.run_game(*words, **how)
        self.assertEqual(code, 0, err + out)
        return out

    def fill(self, data, name, answers=300, decks=2):
        """A player with runs, answers and decks, by the game itself and past it."""
        self.good("demo", "world-capitals", "--offscreen", "--mode", "match", "--set", "pairs=6", "--seed", "7", data=data)
        with sqlite3.connect(data / "matchwick.db") as db:
            db.execute("update player set name = ?, folded = ?", (name, name.lower()))
            db.execute("insert or ignore into study (player, deck_id) select id, 'own' from player")
            player, study = db.execute("select player, id from study where deck_id = 'own'").fetchone()
            db.execute(ANSWERS.format(count=answers, player=player, study=study))
        db.close()
        self.good("memory", "--rebuild", data=data)
        (data / "decks").mkdir(exist_ok=True)
        (data / "bin").mkdir(exist_ok=True)
        for i in range(decks):
            (data / "decks" / f"{name}-{i}.json").write_text(json.dumps({**DECK, "title": f"{name} {i}"}))
        (data / "bin" / f"{name}.json").write_text(json.dumps(DECK))

    def state(self, data):
        """All that is kept, but for which state it is."""
        self.good("scores", data=data)  # finishes what was begun
        self.assertFalse((data / "restoring").exists())
        db = sqlite3.connect(data / "matchwick.db")
        self.assertEqual(db.execute("pragma integrity_check").fetchall(), [("ok",)])
        found = hashlib.sha256()
        for (table,) in db.execute("select name from sqlite_schema where type = 'table' and name not like"
                                   " 'sqlite%' order by name").fetchall():
            for row in db.execute(f"select * from {table}").fetchall():
                if row[:2] != (0, "restored"):
                    found.update(repr((table, row)).encode())
        db.close()
        for name in ("decks", "bin"):
            for path in sorted((data / name).glob("*")) if (data / name).exists() else []:
                found.update(path.name.encode() + (path.read_bytes() if path.is_file() else b"folder"))
        return found.hexdigest()

    def leftovers(self, data):
        known = {"matchwick.db", "matchwick.db-wal", "matchwick.db-shm", "decks", "bin", "backups"}
        return {path.name for path in data.iterdir()} - known


class Backup(Bench):
    def test_a_restore_elsewhere_gives_the_same_scores_sessions_and_decks(self):
        self.fill(self.data, "Ada")
        self.good("backup", "all.matchwick")
        other = self.folder / "other"
        out = self.good("restore", "all.matchwick", "--yes", data=other)
        self.assertIn("Players: Ada", out)
        self.assertRegex(out.replace("\u00a0", " "), r"1 run, 30\d answers, 2 deck files, 1 in the bin")
        for words in (["scores", "--json"], ["sessions", "world-capitals", "--json"]):
            self.assertEqual(self.good(*words), self.good(*words, data=other))
        self.assertEqual(self.state(self.data), self.state(other))
        self.assertEqual(self.good("replay", "check", "--all"), self.good("replay", "check", "--all", data=other))
        self.assertEqual(self.leftovers(other), set())
        self.assertEqual(list((other / "backups").glob("*")), [])  # nothing was there before

    def test_a_restore_keeps_what_was_there(self):
        other = self.folder / "other"
        self.fill(self.data, "Ada")
        self.fill(other, "Bo", decks=3)
        before = self.state(other)
        self.good("backup", "all.matchwick")
        code, _, err = self.run_game("restore", "all.matchwick", "--yes", data=other)
        self.assertEqual(code, 0, err)
        self.assertEqual(self.state(other), self.state(self.data))
        (kept,) = (other / "backups").glob("before-restore-*.matchwick")
        self.assertIn(f"Restored into {other}", err)
        self.assertIn(str(kept), err)
        self.good("restore", kept, "--yes", data=other)
        self.assertEqual(self.state(other), before)

    def test_showing_and_not_agreeing_change_nothing(self):
        other = self.folder / "other"
        self.fill(self.data, "Ada")
        self.fill(other, "Bo")
        before = self.state(other)
        self.good("backup", "all.matchwick")
        self.assertIn("Players: Ada", self.good("restore", "all.matchwick", "--show", data=other))
        shown = json.loads(self.good("restore", "all.matchwick", "--show", "--json", data=other))
        self.assertEqual((shown["players"], shown["runs"], shown["bin"]), (["Ada"], 1, ["Ada.json"]))
        code, _, err = self.run_game("restore", "all.matchwick", data=other)
        self.assertEqual(code, 1)
        self.assertIn("--yes", err)
        self.assertNotIn("Restored", err)
        self.assertEqual(self.state(other), before)
        self.assertEqual(self.leftovers(other), set())

    def test_a_file_that_is_there_is_not_written_over(self):
        self.fill(self.data, "Ada")
        path = self.folder / "notes.txt"
        path.write_text("mine")
        code, _, err = self.run_game("backup", path)
        self.assertEqual((code, path.read_text()), (1, "mine"))
        self.assertIn("--force", err)
        self.good("backup", path, "--force")
        self.good("restore", path, "--show")
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        code, _, err = self.run_game("backup", pipe, "--force")
        self.assertEqual((code, pipe.is_fifo()), (1, True))
        self.assertIn("is no file", err)
        self.good("backup", self.folder)
        self.good("backup")
        self.assertEqual(len(list(self.folder.glob("backup-*.matchwick"))), 1)
        self.assertEqual(len(list((self.data / "backups").glob("backup-*.matchwick"))), 1)

    def test_what_no_backup_holds_is_named_and_stays(self):
        self.fill(self.data, "Ada")
        (self.data / "decks" / "old").mkdir()
        (self.data / "decks" / "notes.txt").write_text("mine")
        code, _, err = self.run_game("backup", "all.matchwick")
        self.assertEqual(code, 0)
        self.assertIn("left out: " + str(self.data / "decks" / "old"), err)
        (self.data / "decks" / "notes.txt").unlink()
        self.good("restore", "all.matchwick", "--yes")
        self.assertTrue((self.data / "decks" / "old").is_dir())
        self.assertEqual((self.data / "decks" / "notes.txt").read_text(), "mine")

    def test_names_that_no_archive_can_have_are_named_and_stay(self):
        self.fill(self.data, "Ada")
        odd = [b"caf\xe9.json", b"a\\b.json", b"a\tb.json"]
        for name in odd:
            shutil.copy(next((self.data / "decks").glob("*.json")), os.fsencode(self.data / "decks") + b"/" + name)
        code, _, err = self.run_game("backup", "all.matchwick")
        self.assertEqual((code, err.count("left out: ")), (0, 3))
        self.good("restore", "all.matchwick", "--show")
        self.good("restore", "all.matchwick", "--yes")
        for name in odd:
            self.assertTrue(os.path.exists(os.fsencode(self.data / "decks") + b"/" + name))

    def test_a_backup_while_others_write_is_of_one_moment(self):
        self.fill(self.data, "Ada", answers=3000)
        words = self.command("demo", "world-capitals", "--offscreen", "--mode", "match", "--set", "pairs=6")
        for round_ in range(4):
            writers = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in "ab"]
            name, other = f"{round_}.matchwick", self.folder / f"other-{round_}"
            self.good("backup", name)
            for writer in writers:
                self.assertEqual(writer.wait(60), 0)
            self.good("restore", name, "--yes", data=other)
            self.state(other)
            db = sqlite3.connect(other / "matchwick.db")
            self.assertEqual(db.execute("select sum(runs) from player").fetchone(),
                             db.execute("select count(*) from run").fetchone())
            db.close()


class Damage(Bench):
    def setUp(self):
        super().setUp()
        self.fill(self.data, "Ada", answers=40, decks=1)
        self.path = self.folder / "all.matchwick"
        self.good("backup", self.path)
        self.other = self.folder / "other"
        self.fill(self.other, "Bo", answers=20)
        self.before = self.state(self.other)

    def refused(self, path, *expected):
        begun = time.monotonic()
        code, _, err = self.run_game("restore", path, "--yes", data=self.other)
        self.assertEqual(code, 1, err)
        self.assertLess(time.monotonic() - begun, 10)
        self.assertIn(Path(path).name, err)
        for words in expected:
            self.assertIn(words, err)
        self.assertEqual(self.leftovers(self.other), set())

    def test_each_damaged_region_is_refused_or_does_no_harm(self):
        whole, good = self.path.read_bytes(), self.state(self.data)
        random.seed(5)
        changed = self.folder / "changed.matchwick"
        places = list(range(0, len(whole), max(1, len(whole) // 80)))
        places += range(max(0, len(whole) - 330), len(whole), 9)  # the archive's list of entries
        refused = 0
        for at in places:
            data = bytearray(whole)
            data[at] ^= 1 << random.randrange(8)
            changed.write_bytes(data)
            code, _, err = self.run_game("restore", changed, "--yes", data=self.other)
            if code == 0:
                # A time or a flag that says nothing of what is in it: all of that is there, to the last byte.
                self.assertEqual(self.state(self.other), good, f"byte {at}")
                (kept,) = (self.other / "backups").glob("before-restore-*")
                self.good("restore", kept, "--yes", data=self.other)
                shutil.rmtree(self.other / "backups")
            else:
                refused += 1
                self.assertIn("changed.matchwick", err)
        self.assertGreater(refused, len(places) * 2 // 3)
        self.assertEqual(self.state(self.other), self.before)

    def test_cut_off_archives_are_refused(self):
        whole = self.path.read_bytes()
        for size in (0, 1, 100, len(whole) // 2, len(whole) - 1):
            cut = self.folder / "cut.matchwick"
            cut.write_bytes(whole[:size])
            self.refused(cut)
        self.refused(self.folder / "none.matchwick")
        self.refused(self.folder)
        self.assertEqual(self.state(self.other), self.before)

    def packed_anew(self, change, name="changed.matchwick"):
        """The same backup with another list and other files, hashes and all."""
        with zipfile.ZipFile(self.path) as archive:
            files = {entry: archive.read(entry) for entry in archive.namelist() if entry != "manifest.json"}
            manifest = json.loads(archive.read("manifest.json"))
        change(files, manifest)
        if "files" in manifest:
            for entry in manifest["files"]:
                if entry["name"] in files and entry.pop("stale", None) is None:
                    data = files[entry["name"]]
                    entry.update(size=len(data), blake2b=hashlib.blake2b(data, digest_size=32).hexdigest())
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
            for entry, data in files.items():
                archive.writestr(entry, data)
        return path

    def test_hostile_names_and_lists_are_refused(self):
        def rename(to):
            def change(files, manifest):
                files[to] = files.pop("decks/Ada-0.json")
                for entry in manifest["files"]:
                    if entry["name"] == "decks/Ada-0.json":
                        entry["name"] = to
            return change

        for name in ("decks/../../evil.json", "/tmp/evil.json", "decks/a/b.json", "decks/.hidden", "evil.json",
                     "decks/", "decks/a\\b", "bin/../matchwick.db"):
            self.refused(self.packed_anew(rename(name)))
        self.assertFalse((self.folder / "evil.json").exists())
        self.refused(self.packed_anew(lambda files, manifest: files.update({"decks/more.json": b"{}"})), "its list")
        self.refused(self.packed_anew(lambda files, manifest: files.pop("bin/Ada.json")), "its list")
        self.refused(self.packed_anew(lambda files, manifest: manifest.update(version=2)), "newer version")
        self.refused(self.packed_anew(lambda files, manifest: manifest.update(format="zoo")), "no backup")
        self.refused(self.packed_anew(lambda files, manifest: manifest.pop("files")), "files")

        def bomb(files, manifest):
            files["decks/Ada-0.json"] = bytes(400 << 20)
        self.refused(self.packed_anew(bomb), "more than the archive can")
        self.assertEqual(self.state(self.other), self.before)

    def test_databases_that_are_not_sound_are_refused(self):
        def database(sql):
            def change(files, manifest):
                path = self.folder / "changed.db"
                path.write_bytes(files["matchwick.db"])
                db = sqlite3.connect(path)
                db.executescript(sql)
                db.close()
                files["matchwick.db"] = path.read_bytes()
            return change

        def broken(files, manifest):
            data = bytearray(files["matchwick.db"])
            for at in range(len(data) // 2, len(data) // 2 + 4096):
                data[at] = 0x5a
            files["matchwick.db"] = bytes(data)

        self.refused(self.packed_anew(broken), "damaged")
        self.refused(self.packed_anew(lambda files, manifest: files.update({"matchwick.db": b""})), "damaged")
        self.refused(self.packed_anew(lambda files, manifest: files.update({"matchwick.db": b"SQLite" * 999})))
        self.refused(self.packed_anew(database("pragma user_version = 99")), "newer version")
        self.refused(self.packed_anew(database("pragma application_id = 7")), "another program")
        self.refused(self.packed_anew(database("drop table card_memory")), "tables are missing")
        self.refused(self.packed_anew(database("update answer set player = 99")), "belongs to none")
        self.refused(self.packed_anew(database(
            "create trigger evil after insert on answer begin delete from run; end")), "triggers")
        self.assertEqual(self.state(self.other), self.before)

    def test_a_file_in_the_way_is_named(self):
        (self.other / "decks" / "Ada-0.json").mkdir()
        code, _, err = self.run_game("restore", self.path, "--yes", data=self.other)
        self.assertEqual(code, 1)
        self.assertIn("in the way", err)
        (self.other / "decks" / "Ada-0.json").rmdir()
        self.assertEqual(self.state(self.other), self.before)


class Disk(Bench):
    def test_a_full_disk_leaves_all_as_it_was(self):
        self.fill(self.data, "Ada", answers=3000)
        other = self.folder / "other"
        self.fill(other, "Bo", answers=2000)
        before, mine = self.state(other), self.state(self.data)
        self.good("backup", "all.matchwick")
        done, refused = 0, 0
        for limit in (1, 20, 60, 100, 200, 300, 400, 500, 600, 700, 800, 1000, 1500, 4000):
            def most(limit=limit):
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit << 10, limit << 10))
            # Signals stay as Python has them: writing beyond the limit fails as a full disk does.
            code, _, err = self.run_game("backup", "some.matchwick", preexec_fn=most, restore_signals=False)
            self.assertEqual((self.folder / "some.matchwick").exists(), code == 0, err)
            if code == 0:
                self.good("restore", "some.matchwick", "--show")
                (self.folder / "some.matchwick").unlink()
            code, _, err = self.run_game("restore", "all.matchwick", "--yes", data=other, preexec_fn=most,
                                         restore_signals=False)
            if code == 0:
                done += 1
                self.assertEqual(self.state(other), mine)
                (kept,) = (other / "backups").glob("before-restore-*")
                self.good("restore", kept, "--yes", data=other)
            else:
                refused += 1
                self.assertNotEqual(err, "")
            shutil.rmtree(other / "backups", ignore_errors=True)
            self.assertEqual(self.state(other), before, f"{limit} KiB")
            self.assertEqual(self.leftovers(other) | self.leftovers(self.data), set())
        self.assertGreater(done, 0)
        self.assertGreater(refused, 4)


class Kills(Bench):
    def killed(self, seconds, *words, data):
        game = subprocess.Popen(self.command(*words, data=data), cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            game.wait(seconds)
        except subprocess.TimeoutExpired:
            game.kill()
            game.wait()
            return True
        return False

    def length_of(self, *words, data):
        begun = time.monotonic()
        self.good(*words, data=data)
        return time.monotonic() - begun

    def test_a_killed_backup_is_whole_or_not_there(self):
        self.fill(self.data, "Ada", answers=3000, decks=20)
        length = self.length_of("backup", "first.matchwick", data=self.data)
        kills = 0
        for _ in range(KILLS):
            kills += self.killed(random.uniform(0, length * 1.2), "backup", "some.matchwick", data=self.data)
            if (self.folder / "some.matchwick").exists():
                self.good("restore", "some.matchwick", "--show")
                (self.folder / "some.matchwick").unlink()
        self.state(self.data)
        self.assertEqual(self.leftovers(self.data), set())
        self.assertGreater(kills, KILLS // 4)

    def test_a_killed_restore_leaves_the_old_state_or_the_new_one(self):
        states = {}
        for name, decks in (("Ada", 12), ("Bo", 20)):
            place = self.folder / name
            self.fill(place, name, answers=2000, decks=decks)
            self.good("backup", f"{name}.matchwick", data=place)
            states[self.state(place)] = name
        length = self.length_of("restore", "Ada.matchwick", "--yes", data=self.data)
        seen, kills, now = {"Ada": 0, "Bo": 0}, 0, "Ada"
        for _ in range(KILLS):
            wanted = "Bo" if now == "Ada" else "Ada"
            shutil.rmtree(self.data / "backups", ignore_errors=True)
            was_killed = self.killed(random.uniform(0, length * 1.2), "restore", f"{wanted}.matchwick", "--yes",
                                     data=self.data)
            kills += was_killed
            found = states.get(self.state(self.data))
            self.assertIsNotNone(found, "half a state")
            self.assertTrue(was_killed or found == wanted)
            self.assertEqual(self.leftovers(self.data), set())
            now = found
            seen[found] += 1
        self.assertGreater(kills, KILLS // 4)
        self.assertTrue(seen["Ada"] and seen["Bo"], seen)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
