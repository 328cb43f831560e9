/* Another program of the desktop, that gives a text or files to the game's window:
     x_source clipboard TEXT            owns the clipboard until it is killed
     x_source drop WINDOW PATH|TEXT...  drags files, or one text, on the window, drops them in its middle, and
                                        ends with 0 once the window has taken them (XDND, version 5)
   Paths begin with a slash. */
#define _POSIX_C_SOURCE 200809L

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DATA_MAX = 1 << 20, WAIT_S = 10 };

typedef struct {
    Display *display;
    Window own, target;
    char data[DATA_MAX];
    Atom type; /* of a drop */
} Source;

static Atom atom(Source *source, const char *name)
{
    return XInternAtom(source->display, name, False);
}

static void add(Source *source, const char *text)
{
    strncat(source->data, text, DATA_MAX - strlen(source->data) - 1);
}

/* A path as a line of text/uri-list. */
static void add_path(Source *source, const char *path)
{
    char escaped[8];
    add(source, "file://");
    for (; *path; path++) {
        int is_plain = strchr("/-._~", *path) || (*path >= '0' && *path <= '9') ||
                       (*path >= 'A' && *path <= 'Z') || (*path >= 'a' && *path <= 'z');
        snprintf(escaped, sizeof escaped, is_plain ? "%c" : "%%%02X",
                 is_plain ? *path : (unsigned char)*path);
        add(source, escaped);
    }
    add(source, "\r\n");
}

static void own(Source *source, const char *selection)
{
    Window root = DefaultRootWindow(source->display);
    source->own = XCreateSimpleWindow(source->display, root, 0, 0, 1, 1, 0, 0, 0);
    XSetSelectionOwner(source->display, atom(source, selection), source->own, CurrentTime);
}

static void answer(Source *source, const XSelectionRequestEvent *request)
{
    XEvent event = {.xselection = {.type = SelectionNotify,
                                   .requestor = request->requestor,
                                   .selection = request->selection,
                                   .target = request->target,
                                   .property = request->property,
                                   .time = request->time}};
    XChangeProperty(source->display, request->requestor, request->property, request->target, 8,
                    PropModeReplace, (unsigned char *)source->data, (int)strlen(source->data));
    XSendEvent(source->display, request->requestor, False, 0, &event);
    XFlush(source->display);
}

static void tell(Source *source, const char *what, long second, long third, long fourth, long fifth)
{
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = source->target,
                                .message_type = atom(source, what),
                                .format = 32}};
    long data[] = {(long)source->own, second, third, fourth, fifth};
    for (int i = 0; i < 5; i++) event.xclient.data.l[i] = data[i];
    XSendEvent(source->display, source->target, False, 0, &event);
    XFlush(source->display);
}

/* Serves the data until the window has said that. */
static void wait_for(Source *source, const char *what)
{
    XEvent event;
    do {
        XNextEvent(source->display, &event);
        if (event.type == SelectionRequest) answer(source, &event.xselectionrequest);
    } while (event.type != ClientMessage || event.xclient.message_type != atom(source, what));
    if (strcmp(what, "XdndStatus") == 0 && !(event.xclient.data.l[1] & 1)) {
        fprintf(stderr, "x_source: the window takes no drop of this kind\n");
        exit(1);
    }
}

static long middle_of(Source *source)
{
    XWindowAttributes window;
    int x, y;
    Window child;
    XGetWindowAttributes(source->display, source->target, &window);
    XTranslateCoordinates(source->display, source->target, window.root, window.width / 2, window.height / 2,
                          &x, &y, &child);
    return (long)x << 16 | y;
}

static void drop(Source *source)
{
    own(source, "XdndSelection");
    tell(source, "XdndEnter", 5L << 24, (long)source->type, 0, 0);
    tell(source, "XdndPosition", 0, middle_of(source), CurrentTime, (long)atom(source, "XdndActionCopy"));
    wait_for(source, "XdndStatus");
    tell(source, "XdndDrop", 0, CurrentTime, 0, 0);
    wait_for(source, "XdndFinished");
}

static void serve_clipboard(Source *source)
{
    XEvent event;
    own(source, "CLIPBOARD");
    XSync(source->display, False);
    puts("ready");
    fflush(stdout);
    for (;;) {
        XNextEvent(source->display, &event);
        if (event.type == SelectionRequest) answer(source, &event.xselectionrequest);
    }
}

int main(int argc, char **argv)
{
    static Source source;
    source.display = XOpenDisplay(NULL);
    if (!source.display || argc < 3) return 2;
    if (strcmp(argv[1], "clipboard") == 0) {
        add(&source, argv[2]);
        serve_clipboard(&source);
    }
    alarm(WAIT_S);
    source.target = strtoul(argv[2], NULL, 0);
    int is_text = argc > 3 && argv[3][0] != '/';
    source.type = atom(&source, is_text ? "text/plain" : "text/uri-list");
    for (int i = 3; i < argc; i++) (is_text ? add : add_path)(&source, argv[i]);
    drop(&source);
    return 0;
}
