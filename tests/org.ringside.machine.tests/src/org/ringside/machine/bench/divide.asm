; Greatest common divisors, and numbers of 64 bits printed in decimal: division and multiplication.
%include "bench.inc"
prepare:
	ret
work:
	mov ecx, 400000
	mov ebx, 0x1234567
	xor ebp, ebp
.pair:
	imul ebx, ebx, 1664525
	add ebx, 1013904223
	mov eax, ebx
	mov esi, ecx
.euclid:
	xor edx, edx
	div esi
	mov eax, esi
	mov esi, edx
	test esi, esi
	jnz .euclid
	add ebp, eax
	dec ecx
	jnz .pair
	mov ecx, 150000
.number:
	mov eax, ebx
	mul ecx
	add eax, ecx
	adc edx, 0
	mov edi, 10
	mov esi, eax
.digit:
	mov eax, edx				; EDX:ESI by ten, as compilers' libraries divide long numbers
	xor edx, edx
	div edi
	xchg eax, esi
	div edi
	add ebp, edx
	mov edx, esi
	mov esi, eax
	or eax, edx
	jnz .digit
	imul ebx, ebx, 69069
	dec ecx
	jnz .number
	mov eax, ebp
	ret
