package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

/** What came of a Maven build. */
record MavenBuild(int exit, String log) {

    MavenBuild succeeds() {
        assertThat(log).contains("BUILD SUCCESS");
        assertThat(exit).isZero();
        return this;
    }

    /** Fails, and without a stack trace. */
    MavenBuild fails() {
        assertThat(log).contains("BUILD FAILURE").doesNotContain("\tat ", "at dev.gantry", "at java.base");
        assertThat(exit).isEqualTo(1);
        return this;
    }

    /** The part of the log that is about one module of several. */
    MavenBuild module(String name) {
        int start = log.indexOf("] Building " + name + " ");
        assertThat(start).as("module %s in\n%s", name, log).isNotNegative();
        int end = log.indexOf("] Building ", start + 1);
        return new MavenBuild(exit, end < 0 ? log.substring(start) : log.substring(start, end));
    }

    MavenBuild says(String... texts) {
        assertThat(log).contains(texts);
        return this;
    }

    MavenBuild saysNothingOf(String... texts) {
        assertThat(log).doesNotContain(texts);
        return this;
    }
}
