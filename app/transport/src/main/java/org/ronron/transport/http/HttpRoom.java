package org.ronron.transport.http;

import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.ronron.transport.guard.Names;

/**
 * The one HTTP client that all endpoints share, with every convenience that could repeat a call,
 * send it elsewhere or remember it switched off.
 */
public final class HttpRoom {
    private static final int TOO_MANY = 429;
    private final OkHttpClient client;
    private final X509ExtendedTrustManager platform;
    private final InstantSource clock;
    private final Names names;

    /** Trusts the platform's certificate authorities. */
    public HttpRoom(ExecutorService workers, Names names, InstantSource clock) {
        this(workers, names, clock, authorities());
    }

    HttpRoom(
            ExecutorService workers,
            Names names,
            InstantSource clock,
            X509ExtendedTrustManager platform) {
        this.clock = clock;
        this.names = names;
        this.platform = platform;
        this.client =
                new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(workers))
                        .dns(new BoundedDns(names))
                        .socketFactory(new DirectSockets())
                        .proxy(Proxy.NO_PROXY)
                        // HTTP/1.1 alone: OkHttp bounds its headers, and a cut ends one call only.
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .addNetworkInterceptor(
                                chain -> neverRepeated(chain.proceed(chain.request())))
                        .build();
    }

    /** OkHttp repeats by itself what is answered "Retry-After: 0"; but not of a 429. */
    private static Response neverRepeated(Response answer) {
        return answer.code() == TOO_MANY
                ? answer
                : answer.newBuilder().removeHeader("Retry-After").build();
    }

    OkHttpClient client() {
        return client;
    }

    X509ExtendedTrustManager platform() {
        return platform;
    }

    Names names() {
        return names;
    }

    /** What a certificate's days are held against, in words only: the platform has its own. */
    InstantSource clock() {
        return clock;
    }

    private static X509ExtendedTrustManager authorities() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's certificate authorities", e);
        }
    }
}
