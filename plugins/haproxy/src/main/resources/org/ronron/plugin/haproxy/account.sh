sudo apt install socat
sudo useradd --create-home --shell /bin/sh ronron
sudo install -d -m 700 -o ronron -g ronron ~ronron/.ssh
sudo install -m 600 -o ronron -g ronron /dev/stdin ~ronron/.ssh/authorized_keys
