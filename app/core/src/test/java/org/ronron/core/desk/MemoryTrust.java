package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.List;
import org.ronron.core.port.Trust;

/** Trust in memory. */
final class MemoryTrust implements Trust {
    final List<TrustedKey> keys = new ArrayList<>();

    @Override
    public synchronized List<TrustedKey> keys(String address) {
        return keys.stream().filter(k -> k.address().equals(address)).toList();
    }

    @Override
    public synchronized void accept(TrustedKey key) {
        keys.add(key);
    }

    @Override
    public synchronized void forget(String address, String fingerprint) {
        keys.removeIf(k -> k.address().equals(address) && k.fingerprint().equals(fingerprint));
    }
}
