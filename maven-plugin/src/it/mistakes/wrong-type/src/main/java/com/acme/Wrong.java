package com.acme;

public final class Wrong {}
