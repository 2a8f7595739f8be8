package org.ronron.practice.nomad;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.ronron.practice.process.TempFolder;

/**
 * The certificates of a cluster with mutual TLS, as {@code nomad tls} makes them: an authority of
 * its own, the server's ({@code server.global.nomad}, this machine), and one for a person. Made at
 * each start into a folder that goes with it.
 */
final class NomadCertificates implements AutoCloseable {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final char[] NO_PASSWORD = new char[0];
    private final TempFolder folder = new TempFolder("nomad");
    private final Instant now;
    private final KeyPair authority;
    private final X509Certificate root;
    private int serial;

    NomadCertificates(Instant now) throws IOException, GeneralSecurityException {
        this.now = now;
        this.authority = pair();
        this.root = certificate("CN=Nomad Agent CA", authority, true);
        KeyPair person = pair();
        write("ca.pem", "CERTIFICATE", root.getEncoded());
        X509Certificate client = certificate("CN=cli.global.nomad", person, false);
        write("client.pem", "CERTIFICATE", client.getEncoded());
        write("client-key.pem", "PRIVATE KEY", person.getPrivate().getEncoded());
    }

    /** One of the files: {@code ca.pem}, {@code client.pem}, {@code client-key.pem} (PKCS #8). */
    Path file(String name) {
        return folder.path().resolve(name);
    }

    private void write(String name, String kind, byte[] der) throws IOException {
        String lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        Files.writeString(
                file(name),
                "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** RFC 5280, signed by the authority. */
    private X509Certificate certificate(String subject, KeyPair of, boolean isAuthority)
            throws IOException, GeneralSecurityException {
        AlgorithmIdentifier how = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        V3TBSCertificateGenerator maker = new V3TBSCertificateGenerator();
        maker.setSerialNumber(new ASN1Integer(BigInteger.valueOf(++serial)));
        maker.setSignature(how);
        maker.setIssuer(new X500Name("CN=Nomad Agent CA"));
        maker.setSubject(new X500Name(subject));
        maker.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
        maker.setEndDate(new Time(Date.from(now.plus(Duration.ofDays(365)))));
        maker.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
        ExtensionsGenerator more = new ExtensionsGenerator();
        more.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, subject.replace("CN=", "").replace(' ', '-')),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        more.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        maker.setExtensions(more.generate());
        TBSCertificate unsigned = maker.generateTBSCertificate();
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(unsigned);
        all.add(how);
        all.add(new DERBitString(signed(unsigned.getEncoded(), authority.getPrivate())));
        byte[] der = new DERSequence(all).getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new java.io.ByteArrayInputStream(der));
    }

    private static byte[] signed(byte[] what, PrivateKey by) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(by);
        signature.update(what);
        return signature.sign();
    }

    /** For a server that shows its own and asks for one of the authority. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyPair own = pair();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NO_PASSWORD);
        Certificate[] chain = {certificate("CN=server.global.nomad", own, false), root};
        keys.setKeyEntry("server", own.getPrivate(), NO_PASSWORD, chain);
        KeyManagerFactory shown =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, NO_PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry("ca", root);
        TrustManagerFactory asked =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        asked.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), asked.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        folder.close();
    }
}
