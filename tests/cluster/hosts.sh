# Three hosts that are network namespaces, and a fourth from which work is given out. Their bridge lies in the fourth: no address of the
# machine is touched.
hosts='sia1 sia2 sia3'
at_desk=siabr

# A net that the machine has no road to.
free_net() {
    for net in 10.77.31 10.203.57 172.29.113; do
        ip route get $net.1 2> /dev/null | grep -q 'dev \(eth\|en\|wl\)' && ! ip route | grep -q "^$net" && return
    done
    net=10.77.31
    ! ip route | grep -q "^$net"
}

hosts_begin() {
    free_net || return 1
    ip netns add $at_desk && ip -n $at_desk link add br0 type bridge && ip -n $at_desk link set br0 up || return 1
    ip -n $at_desk link set lo up; ip -n $at_desk addr add $net.1/24 dev br0
    { echo '127.0.0.1 localhost'; echo "$net.1 $at_desk"; } > hosts
    i=1
    for h in $hosts; do
        i=$((i + 1))
        ip netns add $h && ip -n $at_desk link add $h type veth peer name eth0 netns $h && ip -n $at_desk link set $h master br0 up || return 1
        ip -n $h addr add $net.$i/24 dev eth0; ip -n $h link set eth0 up; ip -n $h link set lo up
        echo "$net.$i $h" >> hosts
    done
}

# at HOST COMMAND...: as if on that host: its network, its name, and /etc/hosts with the names of all; daemon: the same, until hosts_end
entered() { ns=$1; shift; exec nsenter --net=/var/run/netns/"$ns" unshare --mount --uts sh -c 'mount --bind "$1" /etc/hosts; hostname "$2"; shift 2; exec "$@"' at "$tmp/hosts" "$ns" "$@"; }
at() { (entered "$@"); }
daemon() { entered "$@" & own="$own $!"; }
cut_off() { ip -n $at_desk link set "$1" down; }
mend() { ip -n $at_desk link set "$1" up; }

empty() { [ ! "$(ip netns pids "$1" 2> /dev/null)" ]; }

# Ends what runs on the hosts, then the hosts, and waits until all of it is gone.
hosts_end() {
    for p in $own; do kill "$p" 2> /dev/null; done
    sleep 0.5
    for p in $own; do kill -9 "$p" 2> /dev/null; done
    for h in $hosts $at_desk; do
        ip netns pids $h 2> /dev/null | while read -r p; do kill -9 "$p" 2> /dev/null; done
        within 5 empty $h
        ip netns del $h 2> /dev/null
    done
    wait 2> /dev/null
}
