"""The rules of play, version 1, written a second time and from their text alone: a replay (as parsed JSON) in,
its result out. What the game and this file agree on is not one program's mistake."""


def multiplier(streak):
    return 1 if streak < 3 else 2 if streak < 6 else 3 if streak < 10 else 4


def match_stars(variant, time_ms, pairs):
    if variant == "blitz":
        return 0
    return 3 if time_ms <= 2500 * pairs else 2 if time_ms <= 4000 * pairs else 1


def match_result(replay):
    setup, variant, tiles = replay["setup"], replay["variant"], replay["deal"]["tiles"]
    whole = 60000 * (2 if setup["timing"] == "relaxed" else 1)
    gone, selected, picked_at = set(), None, {}
    penalty = score = right = wrong = streak = best = last_match = last_pick = 0
    for at, kind, number in replay["inputs"]:
        if kind == "pause":
            continue
        assert number < len(tiles) and number not in gone, "a tile that is not there"
        assert number not in picked_at or at - picked_at[number] >= 80, "picked again too soon"
        assert variant != "blitz" or at + 2000 * wrong < whole, "after the end"
        picked_at[number] = last_pick = at
        if selected is None:
            selected = number
        elif selected == number:
            selected = None
        elif tiles[selected]["side"] == tiles[number]["side"]:
            selected = number
        elif tiles[selected]["card"] == tiles[number]["card"]:
            speed = 100 * max(0, 5000 - (at - last_match)) // 5000
            score += (100 + speed) * multiplier(streak)
            last_match = at
            right, streak = right + 1, streak + 1
            best = max(best, streak)
            gone |= {selected, number}
            selected = None
        else:
            wrong, streak, selected = wrong + 1, 0, None
            penalty += 2000 if variant == "blitz" else wrong * 1000
    assert variant == "blitz" or right == setup["pairs"], "not to its end"
    time_ms = whole if variant == "blitz" else last_pick + penalty
    return {"time_ms": time_ms, "penalty_ms": penalty, "score": score, "right": right, "wrong": wrong,
            "best_streak": best, "stars": match_stars(variant, time_ms, right), "inputs": len(replay["inputs"])}


def limits(variant, timing):
    """Limit of each question without its reading time; 0: none."""
    factor, times = 1000, {"normal": 1, "relaxed": 2, "off": 0}[timing]
    while True:
        if variant == "marathon":
            yield 0, 0
        else:
            yield (8000 if variant == "classic" else max(3000, 8000 * factor // 1000)), times
        factor = factor * 95 // 100


def rush_stars(variant, right, asked):
    if variant != "classic":
        return 0
    return sum(right * 100 >= percent * asked for percent in (50, 75, 90))


def rush_result(replay):
    variant, questions = replay["variant"], replay["deal"]["questions"]
    answers = [entry for entry in replay["inputs"] if entry[1] == "answer"]
    began = score = right = wrong = streak = best = 0
    for question, (limit, times) in zip(questions, limits(variant, replay["setup"]["timing"])):
        assert variant != "survival" or wrong < 3, "asked after the end"
        characters = len(question["prompt"]) + sum(len(option["text"]) for option in question["options"])
        limit = (limit + min(12000, 40 * max(0, characters - 120))) * times
        assert limit == question["limit_ms"], "another limit"
        is_right, took = False, limit
        if answers and (limit == 0 or answers[0][0] < began + limit):
            at, _, option = answers.pop(0)
            is_right, took = question["options"][option]["card"] == question["card"], at - began
        if is_right:
            points = 500 + 500 * (limit - took) // limit if limit else 500
            score += points * (100 + 10 * min(streak, 10)) // 100
            right, streak = right + 1, streak + 1
            best = max(best, streak)
        else:
            wrong, streak = wrong + 1, 0
        began += took
    assert not answers, "answers after the end"
    return {"time_ms": began, "score": score, "right": right, "wrong": wrong, "best_streak": best,
            "stars": rush_stars(variant, right, len(questions)), "inputs": len(replay["inputs"])}


def result(replay):
    return match_result(replay) if replay["mode"] == "match" else rush_result(replay)
