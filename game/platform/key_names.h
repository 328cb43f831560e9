/* What stands on keys. */
#ifndef MATCHWICK_PLATFORM_KEY_NAMES_H
#define MATCHWICK_PLATFORM_KEY_NAMES_H

/* Keys (HID usages) that are named alike on every layout: "Enter", "Esc", "F5", digits of the digit row (on
   AZERTY they read "&" unshifted, but 1 is what is printed on them too). NULL for the others. */
const char *key_names_find(int key);
/* The same, and for the others what a US keyboard shows. "?" for what has no name. */
const char *key_names_us(int key);

#endif
