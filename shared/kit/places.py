"""Where a request comes from, as far as that can be counted."""

import ipaddress

IPV4_PREFIX = 24  # who reads a log learns about where, not who
IPV6_PREFIX = 64  # what one subscriber gets; single addresses cost an attacker nothing


def place_of(address: str) -> str:
    """An IPv4 address, or the network of an IPv6 one; "unknown" for what is neither."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, IPV6_PREFIX), strict=False))
    return str(parsed)


def network_of(address: str) -> str:
    """The /24 of an IPv4 address or the /64 of an IPv6 one, for logs that people read; "unknown" for what is neither."""
    place = place_of(address)
    if place == "unknown" or "/" in place:
        return place
    return str(ipaddress.ip_network((place, IPV4_PREFIX), strict=False))
