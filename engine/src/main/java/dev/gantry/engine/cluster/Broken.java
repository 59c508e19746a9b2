package dev.gantry.engine.cluster;

import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.kubeconfig.AccessFailure;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says of an exception of the client whether the request may have reached the server, and why there is no answer. */
final class Broken {

    private Broken() {}

    /**
     * The failure.
     *
     * @param server where the request was to go, such as {@code example.com:6443}
     */
    static ApiFailure failure(String action, String server, Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AccessFailure access) {
            return failure(Kind.NOT_SENT, action, Reasons.NO_CREDENTIALS, access.message());
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return failure(
                    Kind.NOT_SENT,
                    action,
                    Reasons.NO_CONNECTION,
                    "there is no connection to " + server + ": it does not answer");
        }
        if (has(cause, UnresolvedAddressException.class) || has(cause, UnknownHostException.class)) {
            return failure(Kind.NOT_SENT, action, Reasons.UNKNOWN_HOST, "the host of " + server + " is not known");
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return failure(
                    Kind.NOT_SENT, action, Reasons.NO_CONNECTION, "there is no connection to " + server + words(cause));
        }
        if (has(cause, CertPathBuilderException.class) || has(cause, CertificateException.class)) {
            return failure(
                    Kind.NOT_SENT,
                    action,
                    Reasons.UNTRUSTED,
                    "the certificate of " + server + " is not trusted" + words(root(cause)));
        }
        if (cause instanceof SSLHandshakeException || isNoTls(cause)) {
            return failure(Kind.NOT_SENT, action, Reasons.NO_TLS, "there is no TLS with " + server + words(cause));
        }
        String said = String.valueOf(cause.getMessage());
        if (said.contains("Tunnel failed") || said.contains("tunnel through proxy")) {
            return failure(Kind.NOT_SENT, action, Reasons.PROXY, "the proxy does not lead to " + server + words(cause));
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return failure(Kind.UNKNOWN, action, Reasons.NO_ANSWER, "there was no answer from " + server + " in time");
        }
        return failure(
                Kind.UNKNOWN,
                action,
                Reasons.BROKEN_CONNECTION,
                "the connection to " + server + " broke" + words(cause));
    }

    private static ApiFailure failure(Kind kind, String action, String reason, String message) {
        return new ApiFailure(kind, action, 0, reason, message, List.of(), null);
    }

    /** The other side speaks something else, as an HTTP server without TLS does. */
    private static boolean isNoTls(Throwable cause) {
        return cause instanceof SSLException
                && String.valueOf(cause.getMessage()).contains("Unsupported or unrecognized SSL message");
    }

    private static boolean has(Throwable thrown, Class<?> type) {
        return chain(thrown).stream().anyMatch(type::isInstance);
    }

    private static Throwable root(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return chain.get(chain.size() - 1);
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable at = thrown; at != null && !chain.contains(at); at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }

    /** The client's own words; without them, its exception's name says at least something. */
    private static String words(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown instanceof ConnectException
                    ? ""
                    : ": " + thrown.getClass().getSimpleName();
        }
        return ": " + message;
    }
}
