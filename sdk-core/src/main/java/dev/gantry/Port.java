package dev.gantry;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A port that a container listens on. Containers, probes, Services, routes and monitors that mean the same port are
 * given the same value, or an equal one.
 *
 * @param name at most 15 characters of {@code a-z}, {@code 0-9} and {@code -}, with at least one letter
 * @param number 1 to 65535
 * @param protocol the transport protocol
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports">Container
 *     ports</a>
 */
@CheckReturnValue
public record Port(String name, int number, Protocol protocol) {

    /** A TCP port named {@code http}. */
    public static Port http(int number) {
        return tcp("http", number);
    }

    /** A TCP port. */
    public static Port tcp(String name, int number) {
        return new Port(name, number, Protocol.TCP);
    }

    /** A UDP port. */
    public static Port udp(String name, int number) {
        return new Port(name, number, Protocol.UDP);
    }

    /** An SCTP port. */
    public static Port sctp(String name, int number) {
        return new Port(name, number, Protocol.SCTP);
    }

    // These two are written out, as those of a record are made at run time, which takes a small program milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Port port
                && number == port.number
                && protocol == port.protocol
                && Objects.equals(name, port.name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(name) + number) + Objects.hashCode(protocol);
    }

    /** What is wrong with this port; empty for a good one. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>(0);
        String problem = name == null ? "is null" : Syntax.PORT_NAME.problem(name);
        if (problem != null) {
            flaws.add(new Flaw(
                    ValueRule.PORT, "The port name \"" + name + "\" " + problem + ".", Syntax.PORT_NAME.description()));
        }
        if (number < 1 || number > 65_535) {
            flaws.add(new Flaw(
                    ValueRule.PORT,
                    "The port number " + number + " is out of range.",
                    "Give a number from 1 to 65535."));
        }
        return flaws;
    }

    /** Such as {@code http (8080/TCP)}. */
    @Override
    public String toString() {
        return name + " (" + number + "/" + protocol + ")";
    }
}
