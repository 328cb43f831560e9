#include "platform/key_names.h"

#include <stddef.h>

typedef struct {
    int key;
    const char *name;
} KeyName;

/* USB HID usage tables, page 7. */
static const KeyName FIXED[] = {
    {30, "1"},         {31, "2"},           {32, "3"},         {33, "4"},           {34, "5"},
    {35, "6"},         {36, "7"},           {37, "8"},         {38, "9"},           {39, "0"},
    {40, "Enter"},     {41, "Esc"},         {42, "Backspace"}, {43, "Tab"},         {44, "Space"},
    {57, "Caps Lock"}, {58, "F1"},          {59, "F2"},        {60, "F3"},          {61, "F4"},
    {62, "F5"},        {63, "F6"},          {64, "F7"},        {65, "F8"},          {66, "F9"},
    {67, "F10"},       {68, "F11"},         {69, "F12"},       {70, "Print"},       {71, "Scroll Lock"},
    {72, "Break"},     {73, "Insert"},      {74, "Home"},      {75, "Page Up"},     {76, "Delete"},
    {77, "End"},       {78, "Page Down"},   {79, "→"},         {80, "←"},           {81, "↓"},
    {82, "↑"},         {83, "Num Lock"},    {84, "Num /"},     {85, "Num *"},       {86, "Num -"},
    {87, "Num +"},     {88, "Num Enter"},   {89, "Num 1"},     {90, "Num 2"},       {91, "Num 3"},
    {92, "Num 4"},     {93, "Num 5"},       {94, "Num 6"},     {95, "Num 7"},       {96, "Num 8"},
    {97, "Num 9"},     {98, "Num 0"},       {99, "Num ."},     {101, "Menu"},       {224, "Ctrl"},
    {225, "Shift"},    {226, "Alt"},        {227, "Super"},    {228, "Right Ctrl"}, {229, "Right Shift"},
    {230, "Alt Gr"},   {231, "Right Super"}};

static const KeyName US[] = {{4, "A"},  {5, "B"},  {6, "C"},   {7, "D"},  {8, "E"},  {9, "F"},  {10, "G"},
                             {11, "H"}, {12, "I"}, {13, "J"},  {14, "K"}, {15, "L"}, {16, "M"}, {17, "N"},
                             {18, "O"}, {19, "P"}, {20, "Q"},  {21, "R"}, {22, "S"}, {23, "T"}, {24, "U"},
                             {25, "V"}, {26, "W"}, {27, "X"},  {28, "Y"}, {29, "Z"}, {45, "-"}, {46, "="},
                             {47, "["}, {48, "]"}, {49, "\\"}, {51, ";"}, {52, "'"}, {53, "`"}, {54, ","},
                             {55, "."}, {56, "/"}, {100, "\\"}};

static const char *find_in(const KeyName *names, size_t count, int key)
{
    for (size_t i = 0; i < count; i++)
        if (names[i].key == key) return names[i].name;
    return NULL;
}

const char *key_names_find(int key)
{
    return find_in(FIXED, sizeof FIXED / sizeof *FIXED, key);
}

const char *key_names_us(int key)
{
    const char *name = key_names_find(key);
    if (!name) name = find_in(US, sizeof US / sizeof *US, key);
    return name ? name : "?";
}
