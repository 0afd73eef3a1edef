package io.dualsight.rule;

import io.dualsight.contract.Report;
import io.dualsight.contract.ReportWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Turns a report into a strange one: values swapped for odd ones, parts doubled, moved, taken out or blown up. */
final class Mutation {

    private static final List<Object> ODD = Arrays.asList(
            null,
            "",
            " ",
            ",",
            "::",
            "0.0.0.0",
            "::1",
            "127.0.0.1",
            "fe80::1",
            "169.254.0.1",
            "ff02::1",
            "255.255.255.255",
            "192.0.0.1",
            "::ffff:192.0.2.1",
            "2001:db8::1",
            "2001:db8::1/64",
            "2001:db8::1%eth0",
            "fd00::1,192.0.2.1,::",
            "::/0",
            "0.0.0.0/1",
            "10.42.0.0/16,10.43.0.0/16",
            "2001:db8::/129",
            "*",
            "lo",
            "eth0",
            "clat4",
            "true",
            "none",
            "calico",
            "cilium",
            "first-found",
            "interface=(a+)+$",
            "interface=[",
            "skip-interface=.*",
            "cidr=192.0.2.0/24,::/0",
            "can-reach=2001:db8::53",
            "kubernetes",
            "v1.29.12+rke2r1",
            "v1.29.12+dev.d5e03431",
            "v9999.9999.9999+rke2r9999",
            "node-ip=",
            "node-ip=192.0.2.1,192.0.2.2,::",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
            "2026-11-22T09:00:00Z",
            "9999-12-31T23:59:59Z",
            0L,
            1L,
            -1L,
            128L,
            2147483647L,
            true,
            false,
            List.of(),
            Map.of());

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    Map<String, Object> of(Report report) {
        Map<String, Object> tree = TestNode.of(ReportWriter.tree(report)).tree();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            change(tree);
        }
        if (random.nextInt(1000) == 0) {
            blowUp(tree);
        }
        return tree;
    }

    /** Walks down to some field and alters it. */
    private void change(Map<String, Object> tree) {
        Map<String, Object> parent = tree;
        while (!parent.isEmpty()) {
            List<String> keys = List.copyOf(parent.keySet());
            String key = keys.get(random.nextInt(keys.size()));
            Optional<Map<String, Object>> deeper = deeper(parent.get(key));
            if (deeper.isEmpty() || random.nextInt(4) == 0) {
                if (parent != tree || !Removal.REQUIRED.contains(key)) {
                    alter(parent, key);
                }
                return;
            }
            parent = deeper.get();
        }
    }

    private Optional<Map<String, Object>> deeper(Object value) {
        Object inner = value instanceof List<?> list && !list.isEmpty() ? list.get(random.nextInt(list.size())) : value;
        return inner instanceof Map<?, ?> ? Optional.of(TestTree.map(inner)) : Optional.empty();
    }

    private void alter(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(3) > 0) {
            List<Object> items = new ArrayList<>(list);
            Object item = items.get(random.nextInt(items.size()));
            switch (random.nextInt(4)) {
                case 0 -> items.add(item instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : item);
                case 1 -> items.remove(item);
                case 2 -> Collections.shuffle(items, random);
                default -> items.set(random.nextInt(items.size()), item instanceof String ? odd() : item);
            }
            parent.put(key, items);
        } else if (random.nextInt(4) == 0) {
            parent.remove(key);
        } else {
            parent.put(key, odd());
        }
    }

    private Object odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    /** As many interfaces as a report may have, one of them with as many addresses. */
    private void blowUp(Map<String, Object> tree) {
        List<Object> interfaces = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            List<Object> addresses = new ArrayList<>();
            for (int j = 0; j < (i == 0 ? 512 : 1); j++) {
                addresses.add(Map.of("address", "2001:db8:" + i + "::" + Integer.toHexString(j), "prefixLength", 64));
            }
            interfaces.add(Map.of("name", "eth" + i, "index", i, "addresses", addresses));
        }
        tree.put("interfaces", interfaces);
    }
}
