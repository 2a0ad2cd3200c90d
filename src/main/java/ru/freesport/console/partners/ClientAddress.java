package ru.freesport.console.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where a request really comes from: what a proxy says counts only when the proxy is a trusted one. */
final class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    private final List<AddressRange> proxies;

    ClientAddress(List<String> proxies) {
        this.proxies = AddressRange.all(proxies);
    }

    /** Empty when a trusted proxy passed on what is no address. */
    Optional<InetAddress> of(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(FORWARDED))) {
            Collections.addAll(hops, header.split(","));
        }
        Optional<InetAddress> nearest = AddressRange.literal(request.getRemoteAddr());
        // from the nearest outwards, as far as each was passed on by one we trust
        for (int at = hops.size() - 1; at >= 0 && nearest.filter(this::isProxy).isPresent(); at--) {
            nearest = AddressRange.literal(hops.get(at));
        }
        return nearest;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }
}
