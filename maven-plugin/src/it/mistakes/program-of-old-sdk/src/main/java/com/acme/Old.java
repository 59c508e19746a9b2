package com.acme;

public final class Old {}
