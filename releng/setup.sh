# What releng/ringside and releng/verify share: finding a JDK, installing what is missing, building. Read by both, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$root/releng/target # the scripts' own logs, stamps and lock
oldest_java=21
sources=("$root/.mvn" "$root/bundles" "$root/features" "$root/releng") # whose changes make what was built stale
missing=() # packages of commands that were needed and not found
PATH=$PATH:/usr/sbin:/sbin # where runc and ldconfig are, also for those who are not root

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

# The major version of the JDK in folder $1, or 0 if there is none. Without a fork: each start of the command line asks.
jdk_version() {
	local line version=0
	[ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { REPLY=0; return; }
	while read -r line; do
		[[ $line =~ ^JAVA_VERSION=\"?([0-9]+) ]] && version=${BASH_REMATCH[1]}
	done < "$1/release"
	REPLY=$version
}

# Sets JAVA_HOME to a JDK that is new enough: the person's choice if it is, else the newest on this machine, which may well
# be another than the `java` on the PATH. Fails if there is none.
find_jdk() {
	local home java best='' version=0 candidate
	for home in "${JAVA_HOME-}" "$(type -P javac || true)"; do
		[ -n "$home" ] || continue
		[ -d "$home" ] || { java=$(readlink -f "$home"); home=${java%/bin/javac}; }
		jdk_version "$home"
		if [ "$REPLY" -ge "$oldest_java" ]; then
			export JAVA_HOME=$home
			return
		fi
	done
	for candidate in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/* /usr/local/lib/jvm/* /opt/* /opt/*/* \
			~/.sdkman/candidates/java/* ~/.jdks/* ~/.jenv/versions/* ~/.asdf/installs/java/* ~/.local/share/mise/installs/java/*; do
		jdk_version "$candidate"
		if [ "$REPLY" -ge "$oldest_java" ] && [ "$REPLY" -gt "$version" ]; then
			best=$candidate version=$REPLY
		fi
	done
	[ -n "$best" ] || return 1
	export JAVA_HOME=$best
}

# Makes sure of a JDK, by apt-get where the system has a new one.
need_jdk() {
	find_jdk && return
	local package
	package=$(available openjdk-25-jdk-headless openjdk-21-jdk-headless) ||
		die "Ringside needs a JDK of $oldest_java or newer, and this system has no package of one:" \
			"unpack one into /opt (adoptium.net offers them), or set JAVA_HOME to it."
	install_packages "$package"
	find_jdk || die "Ringside needs a JDK of $oldest_java or newer: set JAVA_HOME to one."
}

# Prints the first of the named packages that apt knows.
available() {
	local package
	type -P apt-cache > /dev/null || return 1
	[ -n "$(apt-cache show --no-all-versions apt 2> /dev/null)" ] || become_root apt-get update > /dev/null 2>&1 || true
	for package; do
		if apt-cache policy "$package" 2> /dev/null | grep "Candidate: [^(]" > /dev/null; then
			echo "$package"
			return
		fi
	done
	return 1
}

become_root() {
	if [ "$(id -u)" = 0 ]; then "$@"
	else sudo -n "$@" 2> /dev/null
	fi
}

may_install() { [ "$(id -u)" = 0 ] || { type -P sudo > /dev/null && sudo -n true 2> /dev/null; }; }

# Installs the packages, or tells the one line to type and stops.
install_packages() {
	local install=(apt-get install -y --no-install-recommends "$@")
	type -P apt-get > /dev/null || die "Ringside needs packages that Debian calls: $*"
	may_install || die "Ringside needs more packages. Type: sudo ${install[*]}"
	say "Installing $*"
	mkdir -p "$work"
	export DEBIAN_FRONTEND=noninteractive
	if ! { become_root apt-get update && become_root "${install[@]}"; } < /dev/null > "$work/apt.log" 2>&1; then
		tail -n 15 "$work/apt.log" >&2
		die "apt-get could not install them. Type: ${install[*]}"
	fi
}

need() { type -P "$1" > /dev/null || missing+=("$2"); } # COMMAND PACKAGE

install_missing() { [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"; }

has_library() { ldconfig -p 2> /dev/null | grep "$1" > /dev/null; } # not -q: the pipe must be read to its end

# Maven, at the version that the build needs.
maven_options=(--file "$root/pom.xml" --batch-mode --no-transfer-progress)
maven() { "$root/releng/mvnw" "${maven_options[@]}" "$@"; }

# Runs a command while no other build touches this folder. RINGSIDE_BUILDING tells what that command starts not to wait.
alone() {
	mkdir -p "$work"
	(
		if ! flock -n 9; then
			say "Waiting for another build of $root"
			flock 9
		fi
		RINGSIDE_BUILDING=1 "$@"
	) 9> "$work/lock"
}

# Whether the sources are newer than the build that stamp $1 stands for.
stale() {
	[ -z "${RINGSIDE_BUILDING-}" ] || return 1
	[ -e "$work/$1.stamp" ] && [ ! "$root/pom.xml" -nt "$work/$1.stamp" ] || return 0
	[ -n "$(find "${sources[@]}" -mindepth 1 -name target -prune -o \
		\( -type f -o -path '*/src/*' \) -newer "$work/$1.stamp" -print -quit)" ]
}

# Builds module $2 with all it needs if stamp $1 is stale. Nothing reaches standard output.
build() {
	if stale "$1"; then alone build_now "$@" || exit 2; fi
}

build_now() {
	local log=$work/build-$1.log
	RINGSIDE_BUILDING='' stale "$1" || return 0 # another one built it while this one waited
	say "Building Ringside (log: $log)"
	touch "$work/$1.started"
	if ! maven -DskipTests -pl "$2" -am "$3" < /dev/null 9>&- > "$log" 2>&1; then
		grep -E '^\[ERROR\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
		say "Ringside could not be built. The whole log is in $log"
		return 1
	fi
	mv "$work/$1.started" "$work/$1.stamp"
}

# Runs a program that stands beside the tests: options of the JVM, its class, its arguments. Its module must be built.
run_tests_main() {
	local path
	path=$(printf '%s:' "$root"/bundles/*/target/classes "$root"/tests/*/target/classes)
	"$JAVA_HOME/bin/java" -cp "${path%:}" "$@"
}
