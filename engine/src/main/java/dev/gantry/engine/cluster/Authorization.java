package dev.gantry.engine.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Shows a token with each request, and another one if the server refuses it; once a request. */
record Authorization(Credentials credentials) implements Interceptor {

    private static final String HEADER = "Authorization";
    private static final String BEARER = "Bearer ";

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String token = credentials.token();
        if (token != null) {
            builder.setHeader(HEADER, BEARER + token);
        }
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        String token = response.code() == 401 ? credentials.insteadOf(shown(response.request())) : null;
        if (token != null) {
            builder.setHeader(HEADER, BEARER + token);
        }
        return CompletableFuture.completedFuture(token != null);
    }

    private static @Nullable String shown(HttpRequest request) {
        String header = request.header(HEADER);
        return header == null ? null : header.substring(Math.min(BEARER.length(), header.length()));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return HEADER;
    }
}
