package com.acme;

import dev.gantry.Port;

public final class Plain {

    public static final Port HTTP = Port.http(8080);

    private Plain() {}
}
