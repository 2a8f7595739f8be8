sudo install -d -m 2775 -g ronron /etc/haproxy/maps
sudo install -m 664 -g ronron /dev/null /etc/haproxy/maps/spaces.map
