#!/usr/bin/env python3
"""The commands of the real program, as a person types them: test_commands.py PROGRAM"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/replay"))
import rules  # noqa: E402

PROGRAM = ""
RECORDED = sorted((ROOT / "tests/replay").glob("v1-*.replay.json"))
RECORDED_DECKS = ROOT / "tests/replay/decks"
SHIPPED = sorted(path for path in (ROOT / "decks").glob("*.json") if not path.name.endswith(".schema.json"))
VARIANTS = {"match": ["decoy", "sprint", "blitz"], "rush": ["classic", "survival", "marathon"]}


class Bench(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = self.folder / "data"

    def run_game(self, *words, environment=None):
        """Exit code, standard output, standard error."""
        command = [PROGRAM, "--data", self.data, "--decks", RECORDED_DECKS, *words]
        done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300,
                              env={**os.environ, **(environment or {})}, cwd=self.folder)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def good(self, *words, **kinds):
        code, out, err = self.run_game(*words, **kinds)
        self.assertEqual(code, 0, err + out)
        return out

    def json_of(self, *words, **kinds):
        return json.loads(self.good(*words, "--json", **kinds))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def database(self):
        return sqlite3.connect(self.data / "matchwick.db")


class Words(Bench):
    def test_help_names_every_command_and_each_has_its_own(self):
        out = self.good("--help")
        for command in ("play", "demo", "check", "deal", "scores", "sessions", "replay", "memory", "import", "export",
                        "backup", "restore"):
            self.assertIn(f"\n  {command} ", out)
            self.assertIn(f"Usage: matchwick {command}", self.good(command, "--help"))

    def test_the_version_names_the_rules(self):
        self.assertRegex(self.good("--version"), r"^Matchwick \d+\.\d+\.\d+ \(rules version 1,")

    def test_words_that_are_off_are_named_on_standard_error(self):
        cases = [
            (["scroes"], 'no command "scroes"; is "scores" meant?'),
            (["deal", "world-capitals", "--seed", "1", "--variant", "blits"],
             'no variant "blits"; is "blitz" meant? variants of match are decoy, sprint, blitz'),
            (["deal", "world-capitals", "--seed", "1", "--mode", "rush", "--variant", "sprint"],
             "sprint is a variant of match; variants of rush are classic, survival, marathon"),
            (["deal", "world-capitals", "--seed", "1", "--mode", "quiz"], 'no mode "quiz"; modes are match, rush'),
            (["deal", "world-capitals", "--seed", "18446744073709551616"], "--seed is a whole number"),
            (["deal", "world-capitals"], "--seed"),
            (["deal"], "which deck?"),
            (["deal", "world-capitals", "more", "--seed", "1"], '"more" is one word too many'),
            (["deal", "world-capitals", "--seed", "1", "--set", "board=2"], "board is a number from 3 to 9"),
            (["deal", "world-capitals", "--seed", "1", "--set", "board"], "--set takes KEY=VALUE"),
            (["deal", "world-capitals", "--seed", "1", "--set", "bored=4"], '"bored"'),
            (["deal", "world-capitals", "--seed", "1", "--tag", "oceanai"], '"oceania"'),
            (["check"], "which deck?"),
            (["check", "--jsn", "x"], 'no option "--jsn"; is "--json" meant?'),
            (["replay"], "check, export or import"),
            (["replay", "verify"], "check, export or import"),
            (["replay", "check"], "either files or --all"),
            (["replay", "check", "--all", "x"], "either files or --all"),
            (["replay", "export"], "the number of one run"),
            (["replay", "export", "first"], "whole number"),
            (["replay", "import"], "one or more files"),
            (["memory"], "which file?"),
            (["memory", "x", "--rebuild"], "--rebuild goes by the answers and settings that are kept"),
            (["memory", "--rebuild", "--model", "fsrs6"], "name no file, model or retention with it"),
            (["memory", "x", "--model", "fsrs5"], 'no model "fsrs5"; models are fsrs7, fsrs6'),
            (["memory", "x", "--retention", "1.5"], "--retention is a number from 0.01 to 0.999"),
            (["restore"], "which file?"),
            (["scores", "--theme", "dark"], "themes are night, paper, contrast"),
        ]
        for words, expected in cases:
            with self.subTest(words=words):
                code, out, err = self.run_game(*words)
                self.assertEqual(code, 2, err)
                self.assertEqual(out, "")
                self.assertIn(expected, err)
                self.assertIn("--help", err)

    def test_what_cannot_be_done_exits_with_1(self):
        cases = [
            (["deal", "world-captals", "--seed", "1"], 'is "world-capitals" meant?'),
            (["deal", "no-such.json", "--seed", "1"], "no-such.json"),
            (["deal", "japanese-kana", "--seed", "1", "--variant", "blitz", "--tag", "y-row"], "12"),
            (["scores", "atlantis"], "atlantis"),
            (["replay", "export", "1"], "no run 1"),
        ]
        for words, expected in cases:
            with self.subTest(words=words):
                if "--tag" in words:
                    words[words.index("--tag") + 1] = self.rarest_tag("japanese-kana")
                code, out, err = self.run_game(*words)
                self.assertEqual((code, out), (1, ""), err)
                self.assertIn(expected, err)

    def rarest_tag(self, deck):
        cards = json.loads((ROOT / f"decks/{deck}.json").read_text())["cards"]
        tags = [tag for card in cards for tag in card["tags"]]
        rarest = min(set(tags), key=lambda tag: (tags.count(tag), tag))
        self.assertLess(tags.count(rarest), 12)
        return rarest

    def test_common_options_stand_before_and_after_the_command(self):
        words = ["deal", "Morse code", "--seed", "5", "--json"]
        self.assertEqual(self.good("--mute", *words), self.good(*words, "--mute"))

    def test_output_that_cannot_be_written_is_no_success(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)


class Check(Bench):
    def test_the_shipped_decks_are_clean(self):
        self.assertEqual(len(SHIPPED), 6)
        out = self.good("check", *SHIPPED)
        self.assertEqual(out.count(" clean\n"), 6, out)

    def test_every_error_is_told_with_its_place(self):
        bad = self.write("bad.json", '{"title": "x",\n "cards": [{"term": "a"},\n  {"definition": 5, "term": "b"}]}')
        code, out, err = self.run_game("check", bad)
        self.assertEqual(code, 1)
        self.assertIn(f"{bad}:2:12: error: ", err)
        self.assertIn(f"{bad}:3:18: error: ", err)
        self.assertIn("2 errors", out)
        code, out, err = self.run_game("check", bad, "--json")
        self.assertEqual((code, err), (1, ""))
        places = [(p["kind"], p["line"], p["column"]) for p in json.loads(out)["files"][0]["problems"]]
        self.assertEqual(places, [("error", 2, 12), ("error", 3, 18)])

    def test_warnings_alone_are_no_failure(self):
        card = '{"term": "a", "definition": "b"}'
        others = ", ".join(f'{{"term": "t{i}", "definition": "d{i}"}}' for i in range(12))
        out = self.good("check", self.write("twice.json", f'{{"title": "x", "cards": [{card}, {card}, {others}]}}'))
        self.assertRegex(out, r"14 cards, \d+ warnings?\n")

    def test_schemas_are_passed_over_and_missing_files_told(self):
        self.assertEqual(self.good("check", ROOT / "decks/deck.schema.json"), "")
        code, _, err = self.run_game("check", "nothing.json")
        self.assertEqual(code, 1)
        self.assertIn("nothing.json", err)


class Deals(Bench):
    def test_a_seed_deals_what_was_recorded(self):
        for path in RECORDED:
            replay = json.loads(path.read_text())
            words = ["deal", "capitals-as-recorded", "--seed", replay["seed"], "--variant", replay["variant"]]
            # What cannot be set for a variant, and what the tags decide, is left to it.
            left = {"tags", "questions"} if replay["variant"] != "classic" else {"tags"}
            words += [f"--set={key}={value}" for key, value in replay["setup"].items() if key not in left]
            words += [f"--tag={tag}" for tag in replay["setup"]["tags"]]
            with self.subTest(replay=path.name):
                deal = self.json_of(*words)
                self.assertEqual({k: deal[k] for k in ("deck", "mode", "variant", "seed", "setup", "rules")},
                                 {k: replay[k] for k in ("deck", "mode", "variant", "seed", "setup", "rules")})
                kind = "tiles" if replay["mode"] == "match" else "questions"
                dealt, recorded = deal["deal"][kind], replay["deal"][kind]
                shared = min(len(dealt), len(recorded))
                self.assertGreater(shared, 0)
                self.assertEqual(dealt[:shared], recorded[:shared])
                if replay["variant"] == "survival":
                    self.assertEqual(len(dealt), 20)
                elif kind == "questions":
                    self.assertEqual(len(dealt), replay["setup"]["questions"])

    def test_another_seed_is_another_deal(self):
        deals = {json.dumps(self.json_of("deal", "morse-code", "--seed", seed)["deal"]) for seed in range(10)}
        self.assertEqual(len(deals), 10)

    def test_a_deck_is_found_by_id_title_and_path(self):
        by_id = self.good("deal", "morse-code", "--seed", 3, "--json")
        self.assertEqual(self.good("deal", "Morse code", "--seed", 3, "--json"), by_id)
        self.assertEqual(self.good("deal", ROOT / "decks/morse-code.json", "--seed", 3, "--json"), by_id)

    def test_match_means_decoy_or_sprint_where_the_deck_is_too_small(self):
        self.assertEqual(self.json_of("deal", "morse-code", "--seed", 3)["variant"], "decoy")
        cards = ", ".join(f'{{"term": "t{i}", "definition": "d{i}"}}' for i in range(6))
        small = self.write("small.json", f'{{"title": "x", "cards": [{cards}]}}')
        deal = self.json_of("deal", small, "--seed", 3)
        self.assertEqual((deal["variant"], deal["setup"]["pairs"]), ("sprint", 6))
        self.assertEqual(self.json_of("deal", small, "--seed", 3, "--mode", "rush")["variant"], "classic")

    def test_without_json_it_is_readable(self):
        out = self.good("deal", "morse-code", "--seed", 3, "--mode", "rush", "--set", "questions=2")
        self.assertEqual(out.count("   * "), 2)
        self.assertRegex(out, r"\n1\. .*\(8\.000 s\)\n")


class Replays(Bench):
    def import_all(self):
        return self.json_of("replay", "import", *RECORDED)["imported"]

    def change(self, path, change):
        replay = json.loads(path.read_text())
        change(replay)
        return self.write("changed.replay.json", json.dumps(replay))

    def find(self, part):
        return next(path for path in RECORDED if part in path.name)

    def test_the_rules_written_twice_give_one_result(self):
        self.assertGreater(len(RECORDED), 10)
        for path in RECORDED:
            with self.subTest(replay=path.name):
                replay = json.loads(path.read_text())
                self.assertEqual(rules.result(replay), replay["result"])

    def test_recorded_rounds_are_verified(self):
        found = self.json_of("replay", "check", *RECORDED)
        self.assertEqual(found["verified"], len(RECORDED))
        self.assertEqual([entry["verdict"] for entry in found["checked"]], ["verified"] * len(RECORDED))

    def test_changed_replays_are_named(self):
        match, rush = self.find("v1-match-sprint.replay"), self.find("v1-rush-classic.replay")
        changes = [
            (match, lambda r: r["result"].update(score=9999), "score is 9999"),
            (match, lambda r: r["result"].update(time_ms=1), "time_ms is 1"),
            (match, lambda r: r.update(seed="1"), "seed"),
            (match, lambda r: r["inputs"].pop(), "the inputs end before the round does"),
            (rush, lambda r: r["inputs"].pop(), ""),
            (rush, lambda r: r["deal"]["questions"][0].update(limit_ms=99999), ""),
        ]
        for path, change, why in changes:
            code, out, _ = self.run_game("replay", "check", self.change(path, change))
            self.assertEqual(code, 1, out)
            self.assertIn("not consistent: ", out)
            self.assertIn(why.lower(), out.lower())

    def test_what_is_no_replay_is_told_with_its_place(self):
        cut = self.write("cut.json", '{"format": "matchwick-replay",\n "version": 1')
        code, out, _ = self.run_game("replay", "check", cut, "nothing.json", SHIPPED[0])
        self.assertEqual(code, 1)
        self.assertIn(f"{cut}: 2:", out)
        self.assertIn("nothing.json: ", out)

    def test_imported_runs_are_on_the_board_once(self):
        first = self.import_all()
        again = self.import_all()
        self.assertEqual([entry["run"] for entry in first], [entry["run"] for entry in again])
        boards = self.json_of("scores")["boards"]
        runs = [run for board in boards for run in board["runs"]]
        self.assertEqual(len(runs), len(RECORDED))
        for path, entry in zip(RECORDED, first):
            replay = json.loads(path.read_text())
            run = next(run for run in runs if run["run"] == entry["run"])
            self.assertEqual(run["player"], replay["player"])
            self.assertEqual(run["seed"], replay["seed"])
            for member, value in replay["result"].items():
                self.assertEqual(run[member], value)

    def test_only_verified_runs_are_imported(self):
        path = self.find("v1-match-sprint.replay")
        edited = self.change(path, lambda r: r["result"].update(score=9999))
        code, out, err = self.run_game("replay", "import", edited, path)
        self.assertEqual(code, 1)
        self.assertIn("not verified", err)
        self.assertIn("run 1, rank 1", out)
        runs = [run for board in self.json_of("scores")["boards"] for run in board["runs"]]
        self.assertEqual([run["score"] for run in runs], [json.loads(path.read_text())["result"]["score"]])

    def test_an_exported_run_is_the_imported_one(self):
        for path, entry in zip(RECORDED, self.import_all()):
            exported = self.folder / "exported.replay.json"
            self.assertEqual(self.good("replay", "export", entry["run"], "-o", exported), "")
            self.assertEqual(json.loads(exported.read_text()), json.loads(path.read_text()))
            self.assertEqual(self.good("replay", "export", entry["run"]), exported.read_text())

    def test_an_edited_row_is_named_and_the_others_are_not(self):
        self.import_all()
        self.assertEqual(self.json_of("replay", "check", "--all")["verified"], len(RECORDED))
        database = self.database()
        database.execute("update run set score = 9999 where id = 2")
        database.execute("update run set player_name = 'Grace' where id = 3")
        database.commit()
        database.close()
        code, out, _ = self.run_game("replay", "check", "--all")
        self.assertEqual(code, 1)
        lines = [line for line in out.splitlines() if "not consistent:" in line]
        self.assertEqual(len(lines), 1, out)
        self.assertRegex(lines[0], r"^run 2 .*: not consistent: score is 9999, its replay gives \d+$")

    def test_a_changed_deck_says_why_and_does_not_fail(self):
        deck = json.loads((RECORDED_DECKS / "capitals-as-recorded.json").read_text())
        deck["cards"][0]["definition"] += "!"
        changed = self.folder / "changed"
        changed.mkdir()
        (changed / "deck.json").write_text(json.dumps(deck))
        found = self.json_of("replay", "check", RECORDED[0], "--decks", changed)
        self.assertEqual(found["deal_not_checked"], 1)
        self.assertIn("the deck has changed since", found["checked"][0]["why"])
        code, _, err = self.run_game("replay", "import", RECORDED[0], "--decks", changed)
        self.assertEqual(code, 1)
        self.assertIn("the deck has changed since", err)

    def test_scores_are_filtered_and_aligned(self):
        self.import_all()
        for mode, variants in VARIANTS.items():
            boards = self.json_of("scores", "--mode", mode)["boards"]
            self.assertEqual({board["mode"] for board in boards}, {mode})
            for variant in variants:
                boards = self.json_of("scores", "capitals-as-recorded", "--variant", variant)["boards"]
                self.assertEqual({board["variant"] for board in boards}, {variant})
        self.assertEqual(self.json_of("scores", "morse-code")["boards"], [])
        lines = self.good("scores", "--variant", "sprint").splitlines()
        heads = [i for i, line in enumerate(lines) if line.startswith("Rank  Player")]
        self.assertEqual(len(heads), 3)
        for head in heads:
            self.assertEqual(lines[head].index("Score") + 5,
                             lines[head + 1].index(lines[head + 1].split()[3]) + len(lines[head + 1].split()[3]))

    def test_an_empty_store_says_so(self):
        self.assertEqual(self.good("scores"), "No runs yet.\n")
        self.assertEqual(self.json_of("scores"), {"boards": []})
        self.assertEqual(self.json_of("replay", "check", "--all")["checked"], [])


class Memory(Bench):
    """What the program computes beside what references made of the same histories."""

    INPUTS = {"t_ms", "days", "rating"}
    EXACT = {"t_ms", "rating", "elapsed_days", "state", "scheduled_days", "step", "due_ms", "reps", "lapses",
             "enable_fuzz", "enable_short_term", "maximum_interval"}

    def bare(self, vectors):
        """The vectors without what was computed."""
        sets = vectors.get("sets", [vectors])
        for each in sets:
            each["histories"] = [[{k: v for k, v in row.items() if k in self.INPUTS} for row in history]
                                 for history in each["histories"]]
        return vectors

    def played(self, model, *words):
        path = ROOT / f"tests/unit/vectors/{model}-vectors.json"
        bare = self.write("bare.json", json.dumps(self.bare(json.loads(path.read_text()))))
        return json.loads(path.read_text()), self.json_of("memory", bare, "--model", model, *words)

    def compare(self, wanted, found, tolerance, where=()):
        if isinstance(wanted, dict):
            self.assertEqual(set(wanted) - set(found), set(), where)
            for key, value in wanted.items():
                self.compare(value, found[key], tolerance, (*where, key))
        elif isinstance(wanted, list):
            self.assertEqual(len(wanted), len(found), where)
            for i, (a, b) in enumerate(zip(wanted, found)):
                self.compare(a, b, tolerance, (*where, i))
        elif isinstance(wanted, (int, float)) and where[-1] not in self.EXACT:
            self.assertLessEqual(abs(found - wanted), tolerance * abs(wanted), (where, wanted, found))
        else:
            self.assertEqual(wanted, found, where)

    def test_both_models_agree_with_their_vectors(self):
        wanted, found = self.played("fsrs6")
        self.compare(wanted["sets"], found["sets"], 1e-6)
        self.assertEqual(sum(len(h) for s in found["sets"] for h in s["histories"]), 1358)
        wanted, found = self.played("fsrs7")
        self.compare(wanted["w"], found["w"], 0)
        self.compare(wanted["histories"], found["histories"], 1e-9)
        self.assertEqual(sum(map(len, found["histories"])), 1430)

    def test_a_retention_takes_the_place_of_the_files(self):
        _, found = self.played("fsrs7", "--retention", "0.95")
        for row in (row for history in found["histories"] for row in history):
            self.assertEqual(row["interval"], row["i95"])
        wanted, found = self.played("fsrs6", "--retention", "0.95")
        same = next(s for s in wanted["sets"] if s["params"]["request_retention"] == 0.95 and s["mode"] == "steps")
        self.assertEqual(found["sets"][0]["params"], same["params"])
        self.assertEqual(found["sets"][0]["histories"][0][-1]["reps"], len(found["sets"][0]["histories"][0]))

    def test_what_is_left_out_is_the_default_and_words_are_for_people(self):
        rows = self.write("rows.json", '{"histories": [[{"days": 0, "rating": 3}, {"days": 4.5, "rating": 1}]]}')
        out = self.good("memory", rows)
        self.assertRegex(out, r"History 1, fsrs7, due at 90 %")
        self.assertRegex(out, r"0\.0000 +Good +- +3\.9221 +3\.1377 .* 4\.7\d+\n")
        sets = self.write("sets.json", '{"sets": [{"histories": [[{"t_ms": 0, "rating": 3},'
                                       ' {"t_ms": 54000000, "rating": 3}]]}]}')
        days = [row["elapsed_days"] for row in self.json_of("memory", sets, "--model", "fsrs6")["sets"][0]["histories"][0]]
        self.assertEqual(days, [0, 1])  # 09:00 and 15 hours: midnight, the next date
        self.assertRegex(self.good("memory", sets, "--model", "fsrs6"), r"Good +- +2\.3065 .* Learning\n")

    def test_errors_have_their_place(self):
        cases = [
            ("fsrs7", '{"histories": [[{"days": 0,\n "rating": 5}]]}', ':2:12: "rating" is 1 Again'),
            ("fsrs7", '{"histories": [[{"days": -1, "rating": 3}]]}', ':1:26: "days" is not a number from 0'),
            ("fsrs7", '{"histories": [[{"rating": 3}]]}', ':1:17: "days" is missing'),
            ("fsrs7", '{"w": [1, 2],\n "histories": []}', ":1:7: \"w\" has 2 weights; this model has 34"),
            ("fsrs7", '{"sets": []}', ":1:1: this is in the shape of fsrs6"),
            ("fsrs6", '{"histories": []}', ":1:1: this is in the shape of fsrs7"),
            ("fsrs6", '{"sets": [{"params": {"enable_fuzz": true}, "histories": []}]}', ":1:38: histories are played"),
            ("fsrs6", '{"sets": [{"params": {"learning_steps": ["9x"]}, "histories": []}]}', ":1:42: a step is"),
            ("fsrs6", '{"sets": [{"mode": "none", "histories": []}]}', ":1:20: modes are"),
            ("fsrs6", '{"sets": [{"histories": [[{"t_ms": 9, "rating": 1},\n{"t_ms": 8, "rating": 1}]]}]}',
             ':2:10: "t_ms" goes back'),
            ("fsrs6", '{"sets": [', ":1:11: "),
            ("fsrs6", "[]", ":1:1: histories are an object"),
        ]
        for model, text, expected in cases:
            with self.subTest(text=text):
                path = self.write("bad.json", text)
                code, out, err = self.run_game("memory", path, "--model", model)
                self.assertEqual((code, out), (1, ""), err)
                self.assertIn(f"{path}{expected}", err)
        code, _, err = self.run_game("memory", "no-such.json")
        self.assertEqual(code, 1)
        self.assertIn("no-such.json", err)


class Demos(Bench):
    # Fonts and windows are the system libraries' business, and so is what they never give back.
    QUIET = {"ASAN_OPTIONS": "detect_leaks=0"}

    def demo(self, deck, variant, *words):
        return self.json_of("demo", deck, "--offscreen", "--variant", variant, *words, environment=self.QUIET)

    def test_every_variant_is_played_kept_shown_and_verified(self):
        played = {}
        for mode, variants in VARIANTS.items():
            for variant in variants:
                demo = self.demo("aws-ai-practitioner", variant, "--seed", 7, "--skill", 100)
                self.assertTrue(demo["verified"])
                self.assertEqual((demo["mode"], demo["variant"], demo["seed"]), (mode, variant, "7"))
                self.assertEqual(demo["result"]["wrong"], 0)
                played[demo["run"]] = demo
        boards = self.json_of("scores", "aws-ai-practitioner")["boards"]
        self.assertTrue(all(board["autoplay"] for board in boards))
        shown = {run["run"] for board in boards for run in board["runs"]}
        self.assertEqual(shown, set(played))
        self.assertEqual(self.json_of("replay", "check", "--all")["verified"], len(played))
        for run, demo in played.items():
            replay = json.loads(self.good("replay", "export", run))
            self.assertTrue(replay["autoplay"])
            for member, value in rules.result(replay).items():
                self.assertEqual(demo["result"][member], value)

    def kept_memory(self):
        """All that the answers alone decide: bars fall with time, and are as of when they were counted."""
        wanted = ("* FROM card_memory", "id, answers, learning, familiar, mastered, last_ms FROM study",
                  "* FROM calibration", "* FROM confusion")
        with self.database() as database:
            return [database.execute(f"SELECT {rows} ORDER BY 1, 2, 3").fetchall() for rows in wanted]

    def test_memory_is_made_anew_from_the_answers_bit_for_bit(self):
        self.assertEqual(self.json_of("memory", "--rebuild"), {"answers": 0})
        for variant in ("decoy", "classic"):
            self.demo("aws-ai-practitioner", variant, "--seed", 7, "--skill", 60)
        kept = self.kept_memory()
        self.assertTrue(all(kept[:2]))
        with self.database() as database:
            answers = database.execute("SELECT count(*) FROM answer").fetchone()[0]
            database.execute("UPDATE card_memory SET stability = stability * 2, s90 = 1, answers = 9")
            database.execute("DELETE FROM card_memory WHERE card_id < 'm'")
            database.execute("UPDATE study SET answers = 1, mastered = 5")
        self.assertNotEqual(self.kept_memory(), kept)
        self.assertEqual(self.json_of("memory", "--rebuild"), {"answers": answers})
        self.assertEqual(self.kept_memory(), kept)
        self.assertEqual(self.good("memory", "--rebuild"),
                         f"Played {answers} answers: each card's memory is made anew.\n")

    def test_skill_decides_how_often_it_is_right(self):
        poor = self.demo("world-capitals", "classic", "--seed", 1, "--skill", 20)["result"]
        self.assertGreater(poor["wrong"], poor["right"])


    def test_sessions_are_a_row_for_each_player(self):
        self.assertEqual(self.good("sessions"), "No study sessions yet.\n")
        self.assertEqual(self.json_of("sessions"), {"deck": None, "players": []})
        self.assertEqual(self.json_of("sessions", "morse-code")["players"], [])
        demo = self.demo("world-capitals", "sprint", "--seed", 3, "--skill", 100)
        found = self.json_of("sessions")
        self.assertEqual(found["deck"], {"id": "world-capitals", "title": "World capitals", "cards": 195})
        [player] = found["players"]
        self.assertEqual((player["name"], player["autoplay"]), ("Player 1", True))
        mastery = player["mastery"]
        levels = [mastery[level] for level in ("new", "learning", "familiar", "mastered")]
        forced = 3  # the last pair of each board says nothing
        self.assertEqual((sum(levels), levels[0]), (195, 195 - demo["result"]["right"] + forced))
        self.assertEqual(player["matching"], {"best_ms": demo["result"]["time_ms"]})
        self.assertEqual((player["learn"], player["test"]), ({"done": 0, "of": 195}, {"last": None, "best": None}))
        self.assertEqual(player["spaced"]["reviews"], 0)
        [session] = player["sessions"]
        self.assertEqual((session["answers"], session["right"], session["modes"]), (18, 18, ["match"]))
        self.assertRegex(session["start"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        title, head, row = self.good("sessions", "World capitals").splitlines()
        self.assertEqual((title, head.split()[:2], row.split()[:2]),
                         ("World capitals", ["Name", "Mastery"], ["Player", "1"]))
        self.assertEqual(self.run_game("sessions", "world-capitels")[0], 1)

    def test_every_study_mode_is_played_and_fills_the_table(self):
        for player in ("Ada", "Ben"):
            self.demo("aws-ai-practitioner", "decoy", "--player", player, "--seed", 4)
            for mode, answers in (("learn", None), ("test", 10), ("spaced", None), ("cards", 0)):
                demo = self.json_of("demo", "aws-ai-practitioner", "--offscreen", "--mode", mode, "--player", player,
                                    "--seed", 4, environment=self.QUIET)
                self.assertEqual((demo["mode"], demo["player"]), (mode, player))
                self.assertLessEqual(demo["right"], demo["answers"])
                if answers is not None:
                    self.assertEqual(demo["answers"], answers)
                else:
                    self.assertGreaterEqual(demo["answers"], 14)
        players = self.json_of("sessions")["players"]
        self.assertEqual([player["name"] for player in players], ["Ada", "Ben"])
        for player in players:
            self.assertGreater(player["mastery"]["percent"], 0)
            self.assertEqual(player["learn"], {"done": 7, "of": 108})
            self.assertGreaterEqual(player["test"]["last"], 0)
            self.assertGreater(player["matching"]["best_ms"], 0)
            self.assertGreater(player["spaced"]["reviews"], 0)
            self.assertEqual(player["sessions"][0]["modes"], ["match", "learn", "test", "spaced"])

    def test_a_demo_of_cards_ends_with_the_stack(self):
        cards = ", ".join(f'{{"term": "t{i}", "definition": "d{i}"}}' for i in range(3))
        small = self.write("small.json", f'{{"title": "x", "cards": [{cards}]}}')
        for viewed in (3, 3):
            demo = self.json_of("demo", small, "--offscreen", "--mode", "cards", environment=self.QUIET)
            self.assertEqual(demo["viewed"], viewed)

    def test_skill_decides_how_well_is_studied(self):
        for mode in ("learn", "test", "spaced"):
            good = self.json_of("demo", "morse-code", "--offscreen", "--mode", mode, "--skill", 100, "--player", "Good",
                                environment=self.QUIET)
            self.assertEqual(good["answers"], good["right"])
            poor = self.json_of("demo", "morse-code", "--offscreen", "--mode", mode, "--skill", 30, "--player", "Poor",
                                environment=self.QUIET)
            self.assertLess(poor["right"], poor["answers"])

    def test_words_of_rounds_are_none_of_study(self):
        code, _, err = self.run_game("demo", "morse-code", "--offscreen", "--mode", "learn", "--variant", "decoy")
        self.assertEqual(code, 2)
        self.assertIn("--variant is for match and rush, not for learn", err)


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
