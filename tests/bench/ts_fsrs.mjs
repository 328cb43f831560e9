// Plays the reviews of bench_memory.c through ts-fsrs, which is looked for in the folder given: node
// ts_fsrs.mjs FOLDER. Prints the microseconds, middle of three, of the model alone and with its scheduling, each
// followed by the sum of the stabilities that all cards end with.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const { createEmptyCard, fsrs } = createRequire(`${process.argv[2]}/`)("ts-fsrs");
const CARDS = 10000, REVIEWS = 100, REPEATS = 3, DAY_MS = 86400000, FIRST_MS = Date.UTC(2026, 0, 1, 9);

let drawn = 1;
function draw(below) {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
    return (drawn >>> 16) % below;
}

function makeReviews() {
    const reviews = [];
    for (let i = 0; i < CARDS * REVIEWS; i++) {
        const days = draw(10) === 0 ? 0 : 1 << draw(6);
        const grade = draw(8) === 0 ? 1 : 2 + draw(3);
        reviews.push({ days, grade });
    }
    for (let i = 0, day = 0; i < reviews.length; i++) {
        day = i % REVIEWS === 0 ? 0 : day + reviews[i].days;
        reviews[i].at = new Date(FIRST_MS + day * DAY_MS);
    }
    return reviews;
}

function playModel(model, reviews, first) {
    let state = null;
    for (let i = first; i < first + REVIEWS; i++)
        state = model.next_state(state, i === first ? 0 : reviews[i].days, reviews[i].grade);
    return state.stability;
}

function playScheduled(model, reviews, first) {
    let card = createEmptyCard(reviews[first].at);
    for (let i = first; i < first + REVIEWS; i++) card = model.next(card, reviews[i].at, reviews[i].grade).card;
    return card.stability;
}

function measure(play, model, reviews) {
    const took = [];
    let sum;
    for (let repeat = 0; repeat < REPEATS; repeat++) {
        const from = performance.now();
        sum = 0;
        for (let card = 0; card < CARDS; card++) sum += play(model, reviews, card * REVIEWS);
        took.push((performance.now() - from) * 1000);
    }
    took.sort((a, b) => a - b);
    return `${took[REPEATS >> 1].toFixed(0)} ${sum}`;
}

const model = fsrs({ enable_fuzz: false }), reviews = makeReviews();
console.log(measure(playModel, model, reviews), measure(playScheduled, model, reviews));
