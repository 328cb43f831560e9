/* The writer thread: a queue of rows, of which all that wait go into one transaction. Private to store/.

   A row leaves the queue when its transaction was committed, so nothing is lost to a failing disk while the
   process lives. A transaction that holds a run is committed with synchronous = FULL: SQLite syncs the -wal
   before COMMIT returns, and with it every transaction before. The others are committed with NORMAL, which
   does not wait for the disk. */
#ifndef MATCHWICK_STORE_STORE_WRITER_H
#define MATCHWICK_STORE_STORE_WRITER_H

#include "store/store_file.h"
#include "store/store_row.h"

typedef struct StoreWriter StoreWriter;

/* `file` must outlive the writer; its connection is not touched. */
StoreWriter *store_writer_open(const StoreFile *file);
/* Writes what waits, gives up after a few seconds (and logs how many rows), frees. */
void store_writer_close(StoreWriter *writer);
/* Rows added from now on are of this era; in another they are refused. */
void store_writer_follow(StoreWriter *writer, int64_t era);
/* Answers that were refused so since then. */
int64_t store_writer_lost(StoreWriter *writer);
/* Copies the row; never waits for the disk. */
StoreTicket store_writer_add(StoreWriter *writer, const StoreRow *row);
TicketState store_writer_ticket(StoreWriter *writer, StoreTicket ticket);
int64_t store_writer_run_id(StoreWriter *writer, StoreTicket ticket);
/* Waits until all that was added is on the disk; false when it cannot be. */
bool store_writer_flush(StoreWriter *writer, Err *err);
void store_writer_on_change(StoreWriter *writer, void (*wake)(void *self), void *self);
/* True, with the sentence copied into the arena, while writing fails. */
bool store_writer_is_failing(StoreWriter *writer, Arena *arena, Str *sentence);
/* Damage was met elsewhere: no more writing, and the file is marked for the next start. */
void store_writer_stop_for_damage(StoreWriter *writer);
/* The newest value of a setting that still waits. */
bool store_writer_find_setting(StoreWriter *writer, int64_t player, Str key, Arena *arena, Str *value);

#endif
