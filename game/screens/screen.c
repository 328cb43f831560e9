#include "screens/screen.h"

#include "screens/backup.h"
#include "screens/bin.h"
#include "screens/bindings_screen.h"
#include "screens/cards.h"
#include "screens/conflict.h"
#include "screens/deck_hub.h"
#include "screens/editor.h"
#include "screens/export_screen.h"
#include "screens/help.h"
#include "screens/import_files.h"
#include "screens/import_preview.h"
#include "screens/leaderboard.h"
#include "screens/learn.h"
#include "screens/library.h"
#include "screens/match.h"
#include "screens/players.h"
#include "screens/progress.h"
#include "screens/results.h"
#include "screens/rush.h"
#include "screens/sessions.h"
#include "screens/settings_screen.h"
#include "screens/spaced.h"
#include "screens/test_paper.h"
#include "screens/test_report.h"
#include "screens/test_setup.h"
#include "screens/title.h"
#include "screens/variants.h"

const ScreenKind *screen_kind(ScreenId id)
{
    static const ScreenKind *const kinds[SCREEN_COUNT] = {
        [SCREEN_TITLE] = &title_screen,
        [SCREEN_PLAYERS] = &players_screen,
        [SCREEN_LIBRARY] = &library_screen,
        [SCREEN_DECK] = &deck_hub_screen,
        [SCREEN_VARIANTS] = &variants_screen,
        [SCREEN_SESSIONS] = &sessions_screen,
        [SCREEN_MATCH] = &match_screen,
        [SCREEN_RUSH] = &rush_screen,
        [SCREEN_RESULTS] = &results_screen,
        [SCREEN_LEADERBOARD] = &leaderboard_screen,
        [SCREEN_SETTINGS] = &settings_screen,
        [SCREEN_BINDINGS] = &bindings_screen,
        [SCREEN_HELP] = &help_screen,
        [SCREEN_CARDS] = &cards_screen,
        [SCREEN_PROGRESS] = &progress_screen,
        [SCREEN_SPACED] = &spaced_screen,
        [SCREEN_LEARN] = &learn_screen,
        [SCREEN_IMPORT_FILES] = &import_files_screen,
        [SCREEN_IMPORT] = &import_preview_screen,
        [SCREEN_EDITOR] = &editor_screen,
        [SCREEN_CONFLICT] = &conflict_screen,
        [SCREEN_TEST_SETUP] = &test_setup_screen,
        [SCREEN_TEST_PAPER] = &test_paper_screen,
        [SCREEN_TEST_REPORT] = &test_report_screen,
        [SCREEN_BIN] = &bin_screen,
        [SCREEN_EXPORT] = &export_screen,
        [SCREEN_BACKUP] = &backup_screen,
    };
    return kinds[id];
}
