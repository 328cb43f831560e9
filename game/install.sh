# Sourced: installs the Debian packages that lists name (one a line, # comments) and that are not there yet.
# shellcheck shell=bash

# packages_of LIST…
packages_of() {
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@" | sort -u
}

# missing_of PACKAGE…
missing_of() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

# install_packages LIST…: does nothing, and needs no network, where nothing is missing.
install_packages() {
    local packages missing as_root=()
    mapfile -t packages < <(packages_of "$@")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian system: these packages, or what they are called here, have to be there:" >&2
        echo "  ${packages[*]}" >&2
        return 0
    fi
    mapfile -t missing < <(missing_of "${packages[@]}")
    if ((${#missing[@]} == 0)); then return 0; fi
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and only root can install them (there is no sudo). As root, run:" >&2
            echo "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}
