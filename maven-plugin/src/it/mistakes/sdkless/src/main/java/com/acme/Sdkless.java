package com.acme;

public final class Sdkless {}
