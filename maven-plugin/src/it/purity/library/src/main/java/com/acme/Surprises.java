package com.acme;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a look at the program's own classes does not find. */
public final class Surprises {

    private static final String ID = UUID.randomUUID().toString();

    private Surprises() {}

    public static String today() {
        return LocalDate.now().toString();
    }

    public static String id() {
        return ID;
    }

    /** Of a thousand keys: with few, two runs may well have the same order. */
    public static String order() {
        Map<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            numbers.put("key-" + i, i);
        }
        return Map.copyOf(numbers).keySet().stream().limit(8).toList().toString();
    }

    public static void giveUp() {
        System.exit(0);
    }
}
