#!/usr/bin/env bash
# Tries the newcomer's two commands on a bare Debian: as root, and as an ordinary user who may install nothing.
set -euo pipefail

usage() {
    cat <<'EOF'
Usage: packaging/try_in_chroot.sh [options]      (as root; needs debootstrap, git and unshare)

Makes two bare systems, clones the last commit of this checkout into each and runs commands there:
as root the commands of --root; as an ordinary user first the last command of --user, which must stop with one
sentence, then what that sentence says to type, then all commands of --user. Nothing is left behind.

  --suite NAME     Debian release (default: bookworm)
  --mirror URL     where packages come from (default: as this machine's apt-get)
  --dir DIR        where to work (default: a new folder under $TMPDIR); made, and removed afterwards
  --keep           leave DIR for a look
  --root COMMAND   a command for root, repeatable (default: ./start --version, ./start --help, ./check)
  --user COMMAND   a command for the ordinary user, repeatable (default: ./start --version, ./check)
  --only root|user do one of the two

pip's and apt-get's settings and the certificates of this machine go along, so that it works behind a mirror.
EOF
}

suite=bookworm mirror='' work='' keep='' only='' as_root=() as_user=() arguments=("$@") inside=''
while [ $# -gt 0 ]; do
    case "$1" in
        --suite) suite=$2; shift 2 ;;
        --mirror) mirror=$2; shift 2 ;;
        --dir) work=$2; shift 2 ;;
        --keep) keep=yes; shift ;;
        --root) as_root+=("$2"); shift 2 ;;
        --user) as_user+=("$2"); shift 2 ;;
        --only) only=$2; shift 2 ;;
        --inside) inside=yes work=$2; shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done
[ ${#as_root[@]} -gt 0 ] || as_root=('./start --version' './start --help' './check')
[ ${#as_user[@]} -gt 0 ] || as_user=('./start --version' './check')
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

[ "$(id -u)" = 0 ] || { echo 'A bare system can only be made by root; run this with sudo.' >&2; exit 1; }
for program in debootstrap git unshare; do
    command -v "$program" >/dev/null || { echo "$program is missing; type: apt-get install $program" >&2; exit 1; }
done

# --- Outside: a namespace of its own, so that mounts and processes end with it, however it ends. ---------------------
if [ -z "$inside" ]; then
    if [ -n "$work" ]; then
        mkdir "$work"
        work=$(cd "$work" && pwd)
    else
        work=$(mktemp -d "${TMPDIR:-/tmp}/vendorrisk-chroot.XXXXXX")
    fi
    # The mounts are gone by then; --one-file-system keeps even a forgotten one from being emptied.
    [ -n "$keep" ] || trap 'rm -rf --one-file-system "$work"' EXIT
    code=0
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
        bash "${BASH_SOURCE[0]}" "${arguments[@]}" --inside "$work" || code=$?
    [ -z "$keep" ] || echo "Left for a look: $work"
    exit "$code"
fi

# --- Inside -----------------------------------------------------------------------------------------------------------
table=$work/table log=$work/log failed=0
: >"$table"

# row NAME EXPECTED RESULT SECONDS GOOD: one line of the table, printed at once and again at the end.
row() {
    printf '%-48.48s %-24s %7.1f s  %s\n' "$1" "$2" "$3" "$4" | tee -a "$table"
    [ "$4" = ok ] || failed=1
}

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { print b - a }'; }

# Folders on this machine that pip takes packages from; an index is named by its folder "simple", beside its files.
package_folders() {
    { cat /etc/pip.conf /etc/xdg/pip/pip.conf ~/.config/pip/pip.conf ~/.pip/pip.conf 2>/dev/null || true; env | grep '^PIP_' || true; } |
        grep -oE '(file://)?/[^[:space:],=]+' | sed 's,^file://,,' | while read -r folder; do
            if [ -d "$folder" ]; then echo "${folder%/simple}"; fi
        done | sort -u
}

# take_settings_along SYSTEM: names, certificates, and what apt-get and pip are told on this machine.
take_settings_along() {
    local file
    for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt /etc/pip.conf; do
        if [ -f "$file" ]; then cp -L "$file" "$1$file"; fi
    done
    mkdir -p "$1/etc/xdg/pip"
    cat ~/.pip/pip.conf ~/.config/pip/pip.conf >"$1/etc/xdg/pip/pip.conf" 2>/dev/null || true
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?|Check|ForceIP|Retries)' >"$1/etc/apt/apt.conf.d/90host" || true
}

mount_all() {
    local folder
    mount -t proc proc "$1/proc"
    mkdir -p "$1/dev/shm" "$1/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"
    package_folders | while read -r folder; do
        mkdir -p "$1$folder"
        mount --bind "$folder" "$1$folder"
        mount -o remount,bind,ro "$1$folder"
    done
}

# within SYSTEM USER COMMAND: run a command line in the checkout there, in a bare environment without a display.
within() {
    local home=/root kept=() name
    [ "$2" = root ] || home=/home/$2
    while read -r name; do kept+=("$name=${!name}"); done < <(
        compgen -e | grep -E '^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE$|CURL_CA_BUNDLE$|(https?|HTTPS?|no|NO)_(proxy|PROXY)$)'
    )
    # shellcheck disable=SC2016  # the inner shell expands these
    chroot --userspec="$2:$2" "$1" /usr/bin/env -i HOME="$home" USER="$2" TERM=dumb \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${kept[@]}" \
        /bin/bash -c 'cd "$HOME" && { [ ! -d vendorrisk ] || cd vendorrisk; } && eval "$1"' bash "$3" </dev/null
}

# try SYSTEM USER COMMAND: a command that must succeed.
try() {
    local begun result=ok
    begun=$(now)
    if ! within "$1" "$2" "$3" >"$log.out" 2>"$log.err"; then
        result=FAILED
        tail -n 40 "$log.out" "$log.err"
    fi
    row "$2: $3" 'succeeds' "$(since "$begun")" "$result"
    tail -n 3 "$log.out" | sed 's/^/    /'
}

# must_ask SYSTEM USER COMMAND: a command that must stop with one sentence; it leaves what to type in $asked.
must_ask() {
    local begun result=FAILED sentence
    begun=$(now)
    if ! within "$1" "$2" "$3" >"$log.out" 2>"$log.err" && [ ! -s "$log.out" ] && [ "$(wc -l <"$log.err")" = 1 ]; then
        sentence=$(cat "$log.err")
        asked=${sentence#*type this and run it again: }
        [ "$asked" = "$sentence" ] || result=ok
    fi
    row "$2: $3" 'stops with one sentence' "$(since "$begun")" "$result"
    sed 's/^/    /' "$log.err"
}

# new_system NAME USER: a copy of the bare system with a clone of the checkout in the user's home.
new_system() {
    local home=/root
    cp -a "$work/bare" "$work/$1"
    mount_all "$work/$1"
    if [ "$2" != root ]; then
        chroot "$work/$1" useradd --create-home "$2"
        home=/home/$2
    fi
    git -c safe.directory='*' clone --quiet --no-hardlinks "$checkout" "$work/$1$home/vendorrisk"
    chroot "$work/$1" chown -R "$2:$2" "$home/vendorrisk"
}

begun=$(now)
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" 2>/dev/null | head -n 1 || true)
# shellcheck disable=SC2086  # no mirror is no argument
if ! debootstrap --variant=minbase --include=python3,git,ca-certificates "$suite" "$work/bare" $mirror >"$log.out" 2>&1; then
    tail "$log.out"
    exit 1
fi
rm -f "$work"/bare/var/cache/apt/archives/*.deb
take_settings_along "$work/bare"
row "make a bare $suite with python3 and git" 'succeeds' "$(since "$begun")" ok

if [ "$only" != user ]; then
    new_system root root
    for command in "${as_root[@]}"; do try "$work/root" root "$command"; done
fi
if [ "$only" != root ]; then
    new_system user newcomer
    asked=false
    must_ask "$work/user" newcomer "${as_user[-1]}"
    asked=$(sed -E "s/^su -c '(.*)'$/\1/; s/sudo //g" <<<"$asked")
    try "$work/user" root "$asked"
    for command in "${as_user[@]}"; do try "$work/user" newcomer "$command"; done
fi

printf '\n'
cat "$table"
exit "$failed"
