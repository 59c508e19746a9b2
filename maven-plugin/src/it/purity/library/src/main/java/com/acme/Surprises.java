package com.acme;

import java.time.LocalDate;
import java.util.Map;
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

    public static String order() {
        return Map.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6, "g", 7, "h", 8).toString();
    }

    public static void giveUp() {
        System.exit(0);
    }
}
