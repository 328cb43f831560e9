#include "screens/fix_card.h"
#include "screens/learn_parts.h"
#include "ui/keys.h"
#include "ui/widgets.h"

#define MOST 3

typedef struct {
    Str label;
    UiTrigger trigger;
    LearnInputKind kind;
    int64_t number;
} Choice;

typedef struct {
    Choice items[MOST];
    int count;
} Choices;

static void add(Choices *choices, Str label, LearnInputKind kind, UiTrigger trigger)
{
    choices->items[choices->count++] = (Choice){.label = label, .trigger = trigger, .kind = kind};
}

static UiTrigger none(void)
{
    return ui_on_command(COMMAND_NONE);
}

static UiTrigger second(void)
{
    return ui_on_key_button(KEY_F2, PAD_Y);
}

static UiTrigger third(void)
{
    return ui_on_key_button(KEY_F3, PAD_X);
}

static void add_asking(Choices *choices, const Ui *ui, const Learn *learn)
{
    UiTrigger show = ui_on_key_button(KEY_F1, PAD_X);
    if (learn->question.form == LEARN_FORM_CHOICE) {
        add(choices, STR("Show the answer"), LEARN_INPUT_SHOW, show);
    } else if (learn->question.form == LEARN_FORM_CARD) {
        add(choices, STR("Turn the card"), LEARN_INPUT_TURN, none());
    } else if (learn_is_by_pad(ui, learn)) {
        add(choices, STR("Turn the card"), LEARN_INPUT_TURN, none());
        add(choices, STR("Type it"), LEARN_INPUT_TYPE, second());
    } else {
        add(choices, STR("Check"), LEARN_INPUT_TYPE, none());
        add(choices, STR("Show the answer"), LEARN_INPUT_SHOW, show);
        add(choices, STR("Grade it myself"), LEARN_INPUT_TURN, second());
    }
}

static void add_answered(Choices *choices, const Learn *learn)
{
    const LearnAnswer *answer = &learn->answer;
    add(choices, STR("Next card"), LEARN_INPUT_NEXT, none());
    if (learn->question.form != LEARN_FORM_TYPED) return;
    if (answer->is_given_up || answer->verdict.match != TYPED_RIGHT)
        add(choices, STR("Type it again"), LEARN_INPUT_AGAIN, second());
    if (answer->is_given_up) return;
    Str label = answer->is_right ? STR("Count as wrong") : STR("I was right");
    add(choices, label, LEARN_INPUT_OVERRULE, third());
}

static Choices choices_of(const Ui *ui, const Learn *learn)
{
    Choices choices = {.count = 0};
    switch (learn->phase) {
    case LEARN_ASKING: add_asking(&choices, ui, learn); break;
    case LEARN_TURNED:
        add(&choices, STR("I knew it"), LEARN_INPUT_GRADE, ui_on_key(KEY_2));
        choices.items[0].number = 1;
        add(&choices, STR("Not yet"), LEARN_INPUT_GRADE, ui_on_key_button(KEY_1, PAD_X));
        break;
    case LEARN_ANSWERED: add_answered(&choices, learn); break;
    case LEARN_RETYPING:
        add(&choices, STR("Check"), LEARN_INPUT_TYPE, none());
        add(&choices, STR("Next card"), LEARN_INPUT_NEXT, second());
        break;
    case LEARN_GROUP_DONE:
    case LEARN_FINISHED: break;
    }
    return choices;
}

UiId learn_button_id(int index)
{
    return ui_id_index(ui_id("learn-button"), index);
}

static Intent press(LearnScreen *screen, const Ui *ui, const Learn *learn, const Choice *choice)
{
    Intent intent = learn_input(choice->kind, choice->number);
    if (choice->kind != LEARN_INPUT_TYPE) return intent;
    if (learn_is_by_pad(ui, learn)) {
        screen->before = screen->edit;
        screen->keyboard = (Keyboard){.is_open = true};
        return intent_none();
    }
    intent.text = text_edit_text(&screen->edit);
    return str_is_blank(intent.text) ? intent_none() : intent;
}

static Button button_of(const Learn *learn, const Choice *choice, int index)
{
    bool has_way_on = learn->phase != LEARN_ASKING || learn->question.form != LEARN_FORM_CHOICE;
    bool is_main = index == 0 && has_way_on;
    return (Button){.id = learn_button_id(index),
                    .label = choice->label,
                    .kind = is_main ? BUTTON_PRIMARY : BUTTON_NORMAL,
                    .trigger = choice->trigger,
                    .shows_confirm = is_main && choice->trigger.key == KEY_NONE};
}

/* Equal parts of the line, or, where one needs more, what each needs and an equal share of the rest. */
static void lay_out(Ui *ui, Button *buttons, int count, Rect line)
{
    float needed[MOST], sum = LEARN_GAP * (float)(count - 1);
    float equal = layout_column(line, 0, count < 2 ? 2 : count, LEARN_GAP).w;
    bool is_equal = true;
    for (int i = 0; i < count; i++) {
        needed[i] = button_width(ui, &buttons[i]);
        sum += needed[i];
        is_equal &= needed[i] <= equal;
    }
    is_equal |= sum > line.w;
    float share = (line.w - sum) / (float)(count > 0 ? count : 1);
    for (int i = 0; i < count; i++) {
        float width = is_equal ? equal : needed[i] + share;
        buttons[i].rect = layout_cut_left(&line, width, LEARN_GAP);
    }
}

Intent learn_buttons_put(Ui *ui, LearnScreen *screen, const Model *model, Rect line)
{
    const Learn *learn = model->learn.learn;
    Choices choices = choices_of(ui, learn);
    Button buttons[MOST];
    Intent intent = intent_none();
    for (int i = 0; i < choices.count; i++) buttons[i] = button_of(learn, &choices.items[i], i);
    lay_out(ui, buttons, choices.count, line);
    for (int i = 0; i < choices.count; i++)
        if (button_put(ui, &buttons[i])) intent = press(screen, ui, learn, &choices.items[i]);
    return intent;
}

static Str confirm_words(const Learn *learn)
{
    bool is_typed = learn->question.form == LEARN_FORM_TYPED;
    switch (learn->phase) {
    case LEARN_ASKING:
        if (is_typed) return STR("Check, then next");
        return learn->question.form == LEARN_FORM_CHOICE ? STR("Choose") : STR("Turn");
    case LEARN_RETYPING: return STR("Check, then next");
    case LEARN_TURNED: return STR("Grade");
    case LEARN_ANSWERED:
    case LEARN_GROUP_DONE:
    case LEARN_FINISHED: break;
    }
    return STR("Next");
}

/* The answer has been seen. */
static bool is_judged(const Learn *learn)
{
    return learn->phase == LEARN_ANSWERED || learn->phase == LEARN_TURNED || learn->phase == LEARN_RETYPING;
}

Intent learn_hints_put(Ui *ui, const Model *model, Rect bar)
{
    const Learn *learn = model->learn.learn;
    bool is_starred = model->study && model->study->cards[learn->question.deal.card].is_starred;
    Hint hints[] = {hint_say(ui_on_command(COMMAND_CONFIRM), confirm_words(learn)),
                    hint_do(ui_on_key_button(KEY_F4, PAD_START), is_starred ? STR("Unstar") : STR("Star")),
                    fix_card_hint(), hint_say(ui_on_command(COMMAND_BACK), STR("Stop, go on later"))};
    if (!is_judged(learn)) hints[2] = hints[3];
    int pressed = prompt_hints(ui, bar, hints, is_judged(learn) ? 4 : 3);
    if (pressed == 1) return learn_input(LEARN_INPUT_STAR, 0);
    if (pressed != 2 || !is_judged(learn)) return intent_none();
    return fix_card(model->deck.id, deck_card_id(model->deck.deck, learn->question.deal.card));
}
