; The primes below a million: Eratosthenes, one byte for each number.
%include "bench.inc"
LIMIT	equ 1000000
prepare:
	ret
work:
	mov ebp, 5
.again:
	mov edi, ROOM
	mov ecx, LIMIT / 4
	xor eax, eax
	rep stosd
	mov esi, 2
.next:
	cmp byte [ROOM + esi], 0
	jne .composite
	mov edi, esi
	imul edi, esi
	cmp edi, LIMIT
	jae .composite
.cross:
	mov byte [ROOM + edi], 1
	add edi, esi
	cmp edi, LIMIT
	jb .cross
.composite:
	inc esi
	cmp esi, 1000
	jbe .next
	xor eax, eax
	mov esi, 2
.count:
	cmp byte [ROOM + esi], 1
	adc eax, 0
	inc esi
	cmp esi, LIMIT
	jb .count
	dec ebp
	jnz .again
	ret
