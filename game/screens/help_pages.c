#include "screens/help_state.h"

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

static const HelpCard match[] = {
    {"Find the pairs",
     "Pick a term and its definition, in either order. A match takes both off the board. Circles mark terms, "
     "squares mark definitions.",
     help_draw_pair},
    {"Decoy",
     "12 pairs, six at a time, and three definitions on each board that belong to no term. Time counts.",
     help_draw_decoys},
    {"Sprint and Blitz",
     "Sprint: 18 pairs as fast as you can. Blitz: as many as you can in 60 seconds; a matched pair is "
     "replaced in place.",
     help_draw_clock},
    {"A wrong pick costs time",
     "The first costs 1 second, the second 2, the third 3 and so on. In Blitz each takes 2 seconds of what "
     "is "
     "left.",
     help_draw_cost},
    {"Score",
     "A match gives 100 points and up to 100 more for speed. A streak multiplies: ×2 from 3 in a row, ×3 "
     "from 6, ×4 from 10.",
     help_draw_score},
    {"Stars",
     "Decoy and Sprint: three stars for at most 2.5 seconds a pair, two for at most 4, one for finishing.",
     help_draw_stars},
};

static const HelpCard rush[] = {
    {"Pick the right answer",
     "One question, four answers, one of them right. The Options of Rush set 2 to 6 answers, and whether the "
     "definition or the term is asked.",
     help_draw_question},
    {"Classic, Survival, Marathon",
     "Classic: 20 questions. Survival: until the third mistake, with less and less time. Marathon: every "
     "card "
     "once, without limits.",
     help_draw_lives},
    {"The clock",
     "Each question has 8 seconds, and more where there is much to read. The sooner the answer, the more "
     "points: 500 to 1000.",
     help_draw_clock},
    {"Streak",
     "Each right answer in a row adds 10 % to the next, up to 100 %. A wrong or late one ends the streak.",
     help_draw_score},
    {"Stars", "Classic: three stars for 90 % right, two for 75 %, one for 50 %.", help_draw_stars},
};

static const HelpCard controls[] = {
    {"Keyboard",
     "Each tile has the key of its place on the board. Arrows move, Enter picks, Esc pauses. Settings can "
     "change every key.",
     help_draw_keys},
    {"Gamepad",
     "The stick or the pad moves, A picks, Start pauses. With up to four answers the face buttons answer by "
     "their place.",
     help_draw_pad},
    {"Mouse and touch", "Press a tile or an answer. All that a key does has a button on screen.",
     help_draw_pointer},
    {"Pause", "Pausing hides the board. So does leaving the window. Restart and give up are one press each.",
     help_draw_pause},
};

static const HelpCard study[] = {
    {"Learn",
     "Up to seven cards at a time, the weakest first: each is chosen among four, then typed. A slip of the "
     "keys counts as right.",
     help_draw_learn},
    {"Test",
     "Multiple choice, true or false, matching or typed, as many as you like. The grade and every answer "
     "come when you hand in.",
     help_draw_test},
    {"Cards",
     "Turn the deck over card by card. Shuffle it, star cards, show both sides at once, or let it run by "
     "itself.",
     help_draw_cards},
    {"Spaced",
     "What is due today, and a few new cards. Say how well you knew each: Again, Hard, Good or Easy tell "
     "when it comes back.",
     help_draw_spaced},
    {"One memory of each card",
     "Every answer anywhere feeds it, in a match too. From it come what is due, what is weak, and how well a "
     "deck is mastered.",
     help_draw_memory},
    {"A day's work",
     "10 cards answered make a day count. Days in a row make a streak; one missed day a week is forgiven.",
     help_draw_stars},
};

static const HelpCard boards[] = {
    {"Leaderboards",
     "Every deck, variant and choice of cards has a board of its own. The same round can be compared, "
     "different ones never mix.",
     help_draw_boards},
    {"Help has boards of its own",
     "Relaxed doubles the time limits, Off takes them out of Rush. Such runs, and those with more than 3 "
     "seconds of pauses, rank apart.",
     help_draw_pause},
};

static const HelpCard decks[] = {
    {"Bring them in",
     "In the library, I: an Anki package, a spreadsheet, notes, or what you copied from Quizlet. Or drop a "
     "file on the window.",
     help_draw_import},
    {"Change them",
     "N begins a deck. D on a deck, then E, edits its cards. A deck of the game stays as it is: you change a "
     "copy.",
     help_draw_edit},
    {"Take them out",
     "D, then X, writes a file: for Anki, for Quizlet, a spreadsheet, or cards on paper. Your progress and "
     "answers too.",
     help_draw_export},
    {"Keep them",
     "A deck that you delete lies in the bin, B, for 30 days. In the settings, B keeps all there is in one "
     "file.",
     help_draw_folder},
};

const HelpPage *help_pages(int *count)
{
    static const HelpPage pages[] = {
        {"Match", match, COUNT(match)},    {"Rush", rush, COUNT(rush)},
        {"Study", study, COUNT(study)},    {"Controls", controls, COUNT(controls)},
        {"Boards", boards, COUNT(boards)}, {"Your decks", decks, COUNT(decks)},
    };
    *count = COUNT(pages);
    return pages;
}
