/* Attributes that gcc and clang check for us. */
#ifndef MATCHWICK_BASE_ATTR_H
#define MATCHWICK_BASE_ATTR_H

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_index, first_argument)                                                            \
    __attribute__((format(printf, format_index, first_argument)))
#define NORETURN _Noreturn

#endif
