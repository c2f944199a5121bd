"""Where a request comes from, as far as that can be counted."""

import ipaddress

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
