package com.acme;

public final class Labels {

    private Labels() {}

    public static String team() {
        System.out.println("asked for the team");
        return "checkout";
    }
}
